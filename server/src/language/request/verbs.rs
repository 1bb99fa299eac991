//! Verbs of the planner's own business, one table for each meaning, so that a new word serves every
//! form of sentence: at the start, behind "and", behind "i need to".

/// A verb, and whether it can mean nothing else. Others need more to tell what they mean: "shift
/// the call to 5" moves it, "shift the boxes" is something to do.
pub(super) type Verb = (&'static str, bool);

/// To another time. Longer ones stand before their beginnings.
#[rustfmt::skip]
pub(super) const MOVE: [Verb; 49] = [
    ("prepone", true), ("mv", true), ("reschedule", true), ("re-schedule", true), ("postpone", true),
    ("push back", true), ("push out", true), ("push off", true), ("bring forward", true),
    ("pull forward", true), ("put back", false), ("put off", true), ("kick back", true),
    ("move", true), ("bump", true), ("snooze", true), ("delay", true), ("defer", true),
    ("rebook", true), ("slide", true), ("shove", true), ("nudge", true), ("scoot", true),
    ("carry over", true), ("roll over", true), ("move up", true), ("move back", true),
    ("rearrange", false), ("re-arrange", false), ("advance", false), ("reslot", true),
    ("re-book", true), ("rejig", false), ("shuffle", false), ("kick", false), ("roll", false),
    ("punt", false), ("push", false), ("pull", false), ("update", false), ("shift", false),
    ("swap", false), ("bring", false), ("change", false), ("switch", false), ("adjust", false),
    ("slip", false), ("drag", false), ("flip", false),
];

/// Away from the list or the calendar. Longer ones stand before their beginnings.
#[rustfmt::skip]
pub(super) const DELETE: [Verb; 59] = [
    ("find and delete", true), ("find and remove", true), ("get rid of", true), ("stop reminding me about", true),
    ("stop reminding me to", true), ("stop reminding me of", true), ("don't bother with", true), ("get shot of", true), ("do away with", true), ("forget about", true),
    ("never mind about", true), ("nevermind about", true), ("bin off", true), ("call off", true),
    ("cross out", true), ("strike out", true), ("wipe out", false), ("clear out", false),
    ("chuck out", false), ("free up", false), ("take off", false), ("delete", true), ("cancel", true), ("remove", true), ("erase", true),
    ("scrap", true), ("rm", true), ("unbook", true), ("abort", true),
    ("del", true), ("discard", true), ("ditch", true), ("unschedule", true), ("axe", true),
    ("kill off", true), ("kill", true), ("nix", true), ("never mind", true), ("eliminate", true),
    ("zap", true), ("purge", false), ("nuke", false), ("trash", false), ("toss", false),
    ("dump", false), ("junk", false), ("abandon", false), ("void", false), ("bail on", false),
    ("skip", false), ("lose", false), ("drop", false), ("clear", false), ("bin", false),
    ("scratch", false), ("wipe", false), ("forget", false), ("empty", false), ("strike", false),
];

/// The verb at the start of a list's first match, and whether it can mean nothing else.
pub(super) fn first(
    table: &'static [Verb],
    starts: impl Fn(&str) -> Option<usize>,
) -> Option<(usize, &'static str, bool)> {
    table.iter().find_map(|(verb, sure)| starts(verb).map(|end| (end, *verb, *sure)))
}
