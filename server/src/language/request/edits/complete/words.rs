//! Words with which people say that a task is done.

/// Said of the task just spoken of.
#[rustfmt::skip]
pub(super) const DONE: [&str; 20] = [
    "done", "it's done", "its done", "that's done", "all done", "i did it", "did it", "did that",
    "i did that", "already did it", "i already did it", "i already did that", "already done",
    "finished", "finished it", "i finished it", "completed", "that one's done",
    "that one is done", "i've done it",
];

/// Wishes to tick off what was told before them.
#[rustfmt::skip]
pub(super) const MARKED: [&str; 11] = [
    "check it off", "tick it off", "cross it off", "mark it off", "mark it done",
    "mark it as done", "mark it complete", "mark it as complete", "so it's done", "tick that off",
    "check that off",
];

/// Openings behind which the task stands. Longer ones stand before their beginnings.
#[rustfmt::skip]
pub(super) const FINISHED: [&str; 48] = [
    "already done", "already did",
    "i finally finished", "i've finally finished", "finally finished", "finally done with",
    "finally did", "i finally did", "i've now done", "i have done", "managed to finish",
    "i managed to finish", "just ticked off", "ticked off", "crossed off", "checked off",
    "i finished", "i've finished", "i have finished", "i just finished", "just finished",
    "finished with", "finished", "i'm done with", "i am done with", "done with", "all done with",
    "i've already done", "i have already done", "already did the", "did the", "did my", "i already finished", "already finished", "got round to", "i got round to", "managed to do", "i managed to do", "closed off", "closed out", "i completed", "i've completed", "completed", "i just did", "i already did", "i've done",
    "i did", "done",
];
