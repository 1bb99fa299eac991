//! Words of questions about the calendar.

#[rustfmt::skip]
pub(super) const SHOW: [&str; 203] = [
    "read me my", "read me the", "read me what's", "read me", "read out", "run through my", "pull up", "bring up", "what is in", "how full", "is there something", "am i working", "are we working", "am i scheduled", "do i work", "am i on shift", "am i on", "are we doing anything", "have i anything", "have we anything", "have we got", "do you see anything", "i want my schedule", "i want my calendar", "what is the plan", "where do i have to be", "what is the agenda", "what's the agenda", "what is the schedule", "what's the schedule", "what are the plans", "what's on the agenda", "what is on the agenda", "share my calendar", "share my schedule", "what have we got", "what have we on", "am i meant to be", "what am i supposed to be doing",
    "give me a rundown", "give me a run down", "give me an overview", "give me a summary", "give me the rundown", "give me today's", "give me tomorrow's", "overview of", "rundown of", "run down of", "summary of", "brief me", "catch me up", "what's the first", "what's the last", "what's my first", "what's my last", "what's my earliest", "what's my latest", "what time do i start", "what time do i finish", "when do i finish", "when do i end", "what i have", "what i've got", "what i'm doing", "what my", "i have anything", "i've got anything", "i have something", "there's anything", "i have plans", "i'm busy", "i am busy", "how my", "pull up my", "bring up my", "open my", "look at my", "read out my", "view my", "display my", "is my calendar", "is my day",
    "run me through", "talk me through", "walk me through", "take me through", "what's first", "what's last", "got anything", "am i meeting anyone", "am i seeing anyone", "do any of my meetings", "do any of my events", "do any meetings",
    "check my calendar", "check my schedule", "check if i have", "check what i have",
    "what's on", "what is on", "what is going on", "what's going on",
    "what's happening", "what is happening", "what do i have", "what have i got",
    "what do we have", "what am i doing", "what are my plans", "what's my plan",
    "what's my schedule", "what is my schedule", "what does my", "anything", "is anything", "what's planned",
    "what is planned", "what's scheduled", "what is scheduled", "what meetings", "what events",
    "what appointments", "what's coming up", "what is coming up", "what's up", "what's next",
    "what is next", "what's the plan", "do i have", "do we have", "have i got", "have i any",
    "am i busy", "am i doing anything", "any plans", "any meetings", "any events",
    "any appointments", "anything on", "anything planned", "anything scheduled",
    "anything happening", "show me my", "show my", "show me what", "show me the", "show", "list my",
    "list all", "list", "tell me what's", "tell me what", "tell me my", "read my", "give me my",
    "see my", "my schedule", "my calendar", "my agenda", "agenda", "schedule for", "calendar for",
    "what's in", "how does my", "how is my", "how's my", "is there anything", "are there any",
    "what's my day", "what's my week", "how busy", "what does my", "what am i up to", "what are we up to", "what did i do", "what was i doing",
    "what did we do", "what have i done", "what did i have", "next event", "next meeting",
    "next appointment", "what was on", "what was i up to", "did i have", "show next",
    "what else", "what are my", "upcoming", "anything else", "do i need to be", "where do i need to be",
    "where am i", "what have i got", "what is my next", "what is my", "what's my", "when do i start",
    "is there a", "is there an", "is there any", "any",
];

/// Openings that ask for plans only where something in them says so.
#[rustfmt::skip]
pub(super) const SEEKING: [&str; 46] = [
    "is there any", "is there a", "is there an", "will there be", "will there any", "are there",
    "any", "latest", "up coming", "tell me about my", "tell me about the", "tell me about", "tell me all",
    "tell me the", "tell me my", "tell my", "tell me current", "give me information about",
    "give me information on", "give me details about", "give me the details", "give me the time of",
    "give me all", "what time will", "what days do i have", "what are the list of", "what are the",
    "what is currently", "what's currently", "what are", "what is the plan", "retrieve", "inform me",
    "inform me what", "let me know of", "let me see", "let me know what", "what information", "know more about", "know what is", "know what's",
    "hear about", "where do i have to be", "what is showing", "my schedule for", "find my",
];

/// Words of a question that name no event.
#[rustfmt::skip]
pub(super) const FILLER: [&str; 137] = [
    "working", "dear", "share", "shift", "meant", "being",
    "earliest", "latest", "rundown", "overview", "summary", "start", "finish", "end", "brief", "give", "down", "open", "pull", "bring", "view", "display", "i've", "i'm", "time", "earlier", "later", "out",
    "supposed", "be", "first", "last", "thing", "meeting", "appointment", "clash", "overlap", "through", "run", "talk", "walk", "take", "anyone",
    "calendar", "schedule", "scheduled", "agenda", "diary", "events", "event", "meetings",
    "appointments", "plans", "planned", "plan", "anything", "something", "any", "on", "in", "for",
    "my", "the", "going", "happening", "do", "i", "have", "got", "owt", "is", "are", "me", "all",
    "of", "what", "what's", "up", "coming", "there", "at", "a", "to", "s", "booked", "else",
    "today's", "day", "week", "look", "like", "with", "we", "am", "doing", "stuff", "things",
    "please", "plate", "docket", "cards", "this", "that", "set", "and", "you", "tell", "about", "items", "program", "future", "table", "list", "currently", "days", "information", "should", "details", "known", "will", "be", "current", "latest", "showing", "entries", "busy",
    "did", "was", "much", "show", "list", "upcoming", "next", "everything", "yet", "it", "things",
];
