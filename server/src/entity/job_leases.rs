//! Which of the program's own jobs ran when. It holds nothing of anybody.

use sea_orm::entity::prelude::*;

/// One job, shared by all instances on the database.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job_leases")]
pub struct Model {
    /// The job's name.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub name: String,
    /// The process that did it last, or does it.
    #[sea_orm(column_type = "Text")]
    pub holder: String,
    /// No process begins it before this.
    pub held_until: DateTimeUtc,
    /// When it last went well.
    pub succeeded_at: Option<DateTimeUtc>,
}

/// No query follows a relation from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
