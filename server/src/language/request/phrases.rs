//! Words that tell what kind of request a sentence is.

/// Openings that carry no meaning. Longer ones stand before their beginnings.
#[rustfmt::skip]
pub(super) const POLITE: [&str; 63] = [
    "right so", "right then", "ok so", "ok then", "okay so", "okay then", "now then", "oh right", "er", "hmm", "hiya", "oi", "aye", "yeah", "yep so", "um so", "so um", "uhm", "well then", "righto", "howdy",
    "hey google", "ok google", "okay google", "hey olly", "ok olly", "olly", "would please", "please", "pls", "plz", "hey", "hi", "hello", "ok", "okay", "oh", "so", "um",
    "uh", "well", "yo", "cortana", "alexa", "siri", "assistant", "go ahead and", "just", "kindly",
    "quickly", "also", "and", "then", "let's", "you can", "actually", "btw", "now", "first",
    "next up", "plus", "help me", "erm",
];

/// Verbs that begin a task when they stand first.
#[rustfmt::skip]
pub(super) const IMPERATIVES: [&str; 284] = [
    "accept", "add", "answer", "apply", "approve", "arrange", "ask", "assemble", "back", "bake",
    "bathe", "bring", "brush", "build", "buy", "call", "change", "charge", "chase", "check",
    "choose", "clean", "clear", "close", "collect", "complete", "confirm", "contact", "cook",
    "copy", "create", "cut", "decide", "declutter", "defrost", "deliver", "deposit", "design",
    "discuss", "do", "download", "draft", "drop", "dust", "edit", "email", "e-mail", "empty",
    "exchange", "exercise", "fax", "feed", "fetch", "file", "fill", "find", "finish", "fix",
    "fold", "follow", "forward", "get", "give", "go", "grab", "hand", "hang", "hire", "hoover",
    "install", "invite", "iron", "learn", "lock", "look", "mail", "make", "meditate", "mend",
    "message", "mop", "mow", "notify", "open", "order", "organise", "organize", "pack", "paint",
    "pay", "phone", "pick", "plan", "plant", "post", "practice", "practise", "prepare", "prep",
    "print", "proofread", "publish", "purchase", "put", "read", "rebook", "recharge", "recycle",
    "refill", "register", "renew", "rent", "repair", "replace", "reply", "book", "request",
    "research", "respond", "return", "review", "ring", "sell", "send", "service", "set", "sew",
    "ship", "shop", "shovel", "sign", "sort", "study", "submit", "switch", "take", "talk", "tell",
    "text", "thank", "throw", "tidy", "top", "lend", "transfer", "trim", "try", "turn", "unpack",
    "update", "upgrade", "upload", "use", "vacuum", "visit", "wake", "walk", "wash", "watch",
    "water", "weed", "whatsapp", "wipe", "wish", "withdraw", "write", "hug", "descale", "swap",
    "lodge", "polish", "shred", "sand", "sharpen", "rinse", "reset", "restart", "reboot", "bleed",
    "sweep", "rake", "prune", "harvest", "sow", "groom", "deworm", "inspect", "measure", "wrap",
    "donate", "sterilise", "sterilize", "rotate", "flip", "drain", "top-up", "chop", "marinate",
    "thaw", "soak", "count", "rehearse", "memorise", "memorize", "revise", "translate",
    "summarise", "summarize", "rsvp", "unsubscribe", "cancel", "refund", "claim", "negotiate",
    "nudge", "remind", "schedule", "stop", "begin", "finalise", "finalize", "gather", "scrub",
    "dispose", "hide", "move", "save", "verify", "check-in", "ensure", "inform", "investigate",
    "merge", "deploy", "debug", "refactor", "consider", "brainstorm", "outline", "compile",
    "circulate", "escalate", "onboard", "backup", "nip", "peel", "dig", "mulch", "hem", "glue",
    "grease", "dye", "steam", "varnish", "digitise", "invoice", "bill", "restock", "reorder",
    "double-check", "reach", "ping", "dm", "knock", "stock", "pass", "lay", "wind",
    "reheat", "apologise", "apologize", "congratulate", "introduce", "unload", "load",
    "settle", "stitch", "patch", "tune", "replenish", "rehome", "figure", "track", "quote",
];

/// Nouns behind an imperative that make it the name of an event ("study group", "call with HQ").
#[rustfmt::skip]
pub(super) const EVENT_NOUNS: [&str; 74] = [
    "with", "group", "club", "class", "session", "meeting", "party", "dinner", "lunch", "breakfast",
    "brunch", "call", "appointment", "appt", "game", "match", "night", "lesson", "lessons",
    "practice", "interview", "sync", "standup", "webinar", "conference", "workshop", "training",
    "course", "festival", "concert", "show", "recital", "rehearsal", "flight", "train", "wedding",
    "birthday", "anniversary", "ceremony", "date", "gig", "event", "hike", "trip", "visit",
    "playdate", "retro", "demo", "picnic", "bbq", "barbecue", "drive", "pong", "exam", "test",
    "hours", "day", "pt", "review", "talk", "fair", "launch", "signing", "launch", "critique", "crit",
    "kickoff", "offsite", "seminar", "lecture", "reading", "reunion", "tour", "screening",
];

/// Verbs that are nouns as well, so that an event noun behind them makes a name of both.
#[rustfmt::skip]
pub(super) const NOUN_VERBS: [&str; 37] = [
    "call", "book", "study", "practice", "practise", "review", "watch", "design", "research",
    "walk", "paint", "exercise", "plant", "exchange", "service", "phone", "text", "email",
    "message", "visit", "water", "ring", "lock", "train", "test", "run", "interview", "release",
    "start", "light", "stretch", "scan", "charge", "move", "count", "sketch", "sync",
];

/// What follows "book" when it means the calendar.
#[rustfmt::skip]
pub(super) const BOOKABLE: [&str; 34] = [
    "time", "meeting", "appointment", "appt", "call", "slot", "session", "event", "room", "lunch",
    "dinner", "hour", "meet", "breakfast", "coffee", "lesson", "class", "checkup", "interview",
    "conference", "table", "court", "haircut", "massage", "facial", "manicure", "physio", "dentist",
    "doctor", "session", "viewing", "consultation", "fitting", "photoshoot",
];

/// Calendars named in passing, cut out of titles.
#[rustfmt::skip]
pub(super) const CALENDARS: [&str; 43] = [
    "to my calendar", "to the calendar", "to calendar", "in my calendar", "in the calendar",
    "on my calendar", "on the calendar", "into my calendar", "on calendar", "in calendar",
    "to my schedule", "on my schedule", "in my schedule", "to the schedule", "to my diary",
    "in my diary", "in the diary", "to the diary", "into the diary", "to my agenda", "on my agenda",
    "from my calendar", "from the calendar", "off my calendar", "from my schedule",
    "from the schedule", "from my diary", "off the calendar", "from my agenda", "off my schedule",
    "from calendar", "from my day", "into the calendar", "in agenda",
    "in my planner", "to my planner", "on my planner", "into my diary", "on to my calendar",
    "onto my calendar", "to diary", "in diary", "into calendar",
];

/// Marks of how pressing something is.
pub(super) const PRESSING: [(&str, super::Priority); 24] = [
    ("with high priority", super::Priority::High),
    ("with low priority", super::Priority::Low),
    ("high priority", super::Priority::High),
    ("high-priority", super::Priority::High),
    ("top priority", super::Priority::High),
    ("highest priority", super::Priority::High),
    ("medium priority", super::Priority::Medium),
    ("normal priority", super::Priority::Medium),
    ("low priority", super::Priority::Low),
    ("lowest priority", super::Priority::Low),
    ("no rush", super::Priority::Low),
    ("as soon as possible", super::Priority::High),
    ("priority high", super::Priority::High),
    ("priority medium", super::Priority::Medium),
    ("priority low", super::Priority::Low),
    ("very urgent", super::Priority::High),
    ("really urgent", super::Priority::High),
    ("it's urgent", super::Priority::High),
    ("urgently", super::Priority::High),
    ("urgent", super::Priority::High),
    ("asap", super::Priority::High),
    ("a s a p", super::Priority::High),
    ("important", super::Priority::High),
    ("not urgent", super::Priority::Low),
];
