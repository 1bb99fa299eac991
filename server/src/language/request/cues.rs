//! Openings that say what a sentence makes.

/// Openings that make a task. Longer ones stand before their beginnings.
#[rustfmt::skip]
pub(super) const TASK_CUES: [&str; 152] = [
    "i need a reminder set for", "i need a reminder to alert me to", "i need a reminder to",
    "i need a reminder for", "i need a reminder about", "i want a reminder to",
    "i'd like a reminder to", "have a reminder to", "get a reminder to", "i need to be reminded about",
    "i need to be reminded of", "be reminded to", "be reminded about", "be reminded of",
    "i don't want to forget to", "i do not want to forget to", "i don't want to forget about",
    "set up a new reminder to", "set up a reminder to", "set up a reminder for", "set up a reminder",
    "tell me to", "set me a reminder for", "set me a reminder about",
    "must remember to", "must remember", "i must remember to", "i must remember",
    "must not forget to", "must not forget", "mustn't forget", "i mustn't forget to",
    "i mustn't forget", "give me a nudge to", "give me a nudge", "give me a shout",
    "give me a heads up", "give me a poke", "give me a buzz", "give us a nudge", "shout at me to",
    "kick me to", "make sure i remember to", "make sure i don't forget to",
    "make sure we don't forget to", "never let me forget to", "remind me to", "remind me that",
    "remind me about", "remind me of", "remind me", "remember me to", "remind to me to",
    "remember me of", "put me a reminder to", "make me a reminder to", "make me remember to",
    "make me remember", "remindme to", "remindme", "i keep meaning to", "i've been meaning to",
    "been meaning to", "i can't forget to", "can't forget to", "let me not forget to",
    "i need reminding to", "add an item to", "i shouldn't forget to", "it's time to", "time to",
    "i'd better", "i need to be reminded to", "give me a reminder to", "give me a reminder",
    "remember to", "don't let me forget about", "set a reminder for me to", "set a reminder to",
    "set a reminder for", "set a reminder that", "set a reminder", "set reminder to",
    "set reminder", "set me a reminder to", "set me a reminder", "create a reminder for me to", "make a reminder for me to", "add a reminder for me to", "create a reminder to", "create a reminder for",
    "create a reminder", "create reminder", "make a reminder to", "make a reminder for",
    "make a reminder", "add a reminder to", "add a reminder for", "add a reminder",
    "add reminder", "new reminder", "reminder to self", "reminder to", "reminder for",
    "reminder that", "reminder", "remind us to", "add a task to", "add a task for", "add a task",
    "add task to", "add task", "add a todo", "add todo", "add to do", "create a task to",
    "create a task for", "create a task", "create task", "make a task", "new task", "new todo",
    "task to", "task", "todo", "to-do", "to do", "don't let me forget to", "don't let me forget",
    "don't forget to", "don't forget about", "ping me to", "ping me", "nudge me to", "nudge me",
    "buzz me to", "buzz me", "alert me to", "alert me", "notify me to", "prompt me to",
    "poke me to", "poke me", "jog my memory to", "don't forget", "note to self", "notes to self",
    "memo to self", "mental note", "self reminder", "make a note to", "make a mental note to",
];

/// Who has to do something, said or left out.
pub(super) const SUBJECTS: [&str; 14] = [
    "i will", "i am", "i", "i'll", "ill", "i've", "i'd", "i'm", "we", "we've", "we'll", "we're",
    "someone", "one",
];

/// Words between the two: "i really need to".
pub(super) const ADVERBS: [&str; 8] =
    ["really", "still", "also", "just", "probably", "definitely", "do", "still really"];

/// That something has to be done, where nobody needs to be named: "gotta call the bank".
pub(super) const MODALS: [&str; 12] = [
    "need to remember to",
    "have to remember to",
    "gotta remember to",
    "have got to",
    "need to",
    "have to",
    "got to",
    "gotta",
    "must",
    "mustn't forget to",
    "must not forget to",
    "ought to",
];

/// The same behind a subject; alone they ask or begin something else.
pub(super) const MODALS_OF_SOMEBODY: [&str; 5] =
    ["should", "had better", "better", "supposed to", "meant to"];

/// Openings that make an event.
#[rustfmt::skip]
pub(super) const EVENT_CUES: [&str; 63] = [
    "create a new calendar event called", "create a new calendar event for",
    "create a new calendar event", "create a calendar event for", "add a new event",
    "create new event", "new calendar event", "set an event for", "set an event", "set event",
    "schedule me for", "schedule me in for", "schedule me a", "schedule me", "schedule",
    "add an event called", "add an event for", "add an event", "add event", "add a calendar event",
    "create an event called", "create an event for", "create an event", "create event",
    "create a calendar event", "create a new event", "make an event", "make event", "new event",
    "event", "new appointment", "create appointment", "create an appointment",
    "make an appointment", "make appointment", "set up an appointment", "add appointment",
    "plan for", "block off time for", "block out time for", "block time for", "block off",
    "block out", "block", "set up", "setup", "pencil me in for", "pencil in", "mark that i have",
    "mark that", "mark down", "mark my calendar for", "put down", "add to calendar",
    "add to my calendar", "calendar", "arrange", "organise", "organize", "set aside", "hold",
    "save the date for", "save the date",
];

/// Verbs of a wish behind what it is about: "…, can you put that in".
pub(super) const WISHING: [&str; 14] = [
    "put", "add", "schedule", "book", "pop", "stick", "note", "log", "block", "pencil", "mark",
    "save", "enter", "get",
];

/// What may stand behind the pronoun of such a wish.
pub(super) const WISHED: [&str; 22] = [
    "",
    "in",
    "down",
    "up",
    "please",
    "in please",
    "for me",
    "for me please",
    "in for me",
    "thanks",
    "to my calendar",
    "in my calendar",
    "on my calendar",
    "to the calendar",
    "in the calendar",
    "on the calendar",
    "to my diary",
    "in my diary",
    "in the diary",
    "to calendar",
    "pls",
    "off",
];
