//! Verbs of putting and noting, where the evidence decides between an event and a thing to do.

use super::{Reading, check, read};
use crate::language::request::examples::written::reference;

#[test]
fn what_is_put_on_a_day_is_an_event() {
    check(&[
        (
            "also put lunch with Marco on friday at noon, at Bella Napoli",
            &["event lunch with Marco @ Bella Napoli: Fri 15 May, 12:00–13:00"],
        ),
        ("stick dentist in for tuesday at 3", &["event dentist: Tue 19 May, 15:00–16:00"]),
        ("pop yoga in my diary for friday 7pm", &["event yoga: Fri 15 May, 19:00–20:00"]),
        ("jot down vet friday 3pm", &["event vet: Fri 15 May, 15:00–16:00"]),
        ("chuck football in for sunday 10am", &["event football: Sun 17 May, 10:00–11:00"]),
        ("pencil in gym for saturday morning", &["event gym: Sat 16 May, 09:00–10:00"]),
        (
            "squeeze in a half hour call with Ana friday at 2",
            &["event call with Ana: Fri 15 May, 14:00–14:30"],
        ),
        ("put a trip to the zoo on saturday", &["event trip to the zoo: Sat 16 May"]),
    ]);
}

#[test]
fn what_is_put_somewhere_is_a_thing_to_do() {
    check(&[
        ("put the bins out on friday", &["task put the bins out: Fri 15 May"]),
        ("put petrol in the car on friday", &["task put petrol in the car: Fri 15 May"]),
        ("put up shelves saturday", &["task put up shelves: Sat 16 May"]),
        ("put together the slides by friday", &["task put together the slides: Fri 15 May"]),
        ("put in a request for leave by friday", &["task put in a request for leave: Fri 15 May"]),
        ("pop to the shops at 5", &["task pop to the shops: today (Wed 13 May), 17:00"]),
        ("jot down call mum on friday", &["task call mum: Fri 15 May"]),
        ("write the report on friday", &["task write the report: Fri 15 May"]),
    ]);
}

#[test]
fn readings_as_good_as_each_other_are_a_question() {
    let Reading::Choices(choices) = read("note that the plumber comes tuesday at 9", &reference())
    else {
        panic!("no choice");
    };
    let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(labels, ["On the calendar", "On the task list"]);
    for choice in choices {
        // The message of a choice means that choice and nothing else.
        let again = read(&choice.message, &reference());
        assert_eq!(again, Reading::Requests(choice.requests), "{}", choice.message);
    }
}

#[test]
fn what_has_more_against_it_than_for_it_is_not_read() {
    check(&[
        ("what's 15% of 80", &["NotUnderstood"]),
        ("if i'd bought that $900 bike i'd be broke", &["NotUnderstood"]),
        ("mondays are the worst", &["NotUnderstood"]),
        ("merry christmas!", &["NotUnderstood"]),
    ]);
}
