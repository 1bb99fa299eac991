//! The words that tell what is beyond the planner, one table for each reason.

/// A question inside a sentence. "who" and "when" are left out: they also join ("call the man who
/// rang", "remind me when …").
#[rustfmt::skip]
pub(super) const ASKING: [&str; 27] = [
    "what is", "what's", "what will", "what time", "what date", "what day", "what do", "is what",
    "is how", "how much", "how many", "how long", "how do", "is it", "are they", "do i need",
    "do i have to", "do you", "can you", "could you", "should i", "can i", "what are", "lands on",
    "said how", "are there", "need to know",
];

/// Things in the house or the machine that are switched, played and set by voice. Who does that by
/// hand, at some time, names the time.
#[rustfmt::skip]
pub(super) const DEVICES: [&str; 70] = [
    "light", "lights", "lamp", "lamps", "brightness", "thermostat", "heater", "heating",
    "furnace", "temperature", "fan", "fans", "tv", "television", "radio", "music", "song",
    "songs", "tune", "tunes", "track", "tracks", "playlist", "playlists", "podcast", "podcasts",
    "audiobook", "audiobooks", "audio", "album", "speaker", "speakers", "volume", "sound",
    "socket", "sockets", "plug", "wemo", "roomba", "mode", "settings", "setting", "voice",
    "accent", "bluetooth", "language", "defaults", "spotify", "pandora", "siri", "alexa", "olly",
    "dj", "station", "episode", "saga", "coin", "dice", "die", "dime", "phone's", "hue",
    "lighting", "timer", "stereo", "microphone", "whisper", "temp", "ac", "lyrics",
];

/// Verbs that switch, play and set. With one of the devices behind them nobody does it themselves.
#[rustfmt::skip]
pub(super) const CONTROLS: [&str; 65] = [
    "turn", "switch", "set", "put", "start", "stop", "pause", "resume", "skip", "play", "shuffle",
    "do", "complete", "bring", "dim", "brighten", "raise", "lower", "increase", "decrease",
    "reduce", "adjust", "mute", "unmute", "change", "use", "make", "go", "return", "reset",
    "restore", "connect", "disconnect", "sync", "unsync", "pair", "unpair", "enable", "disable",
    "activate", "deactivate", "open", "close", "shut", "quiet", "slow", "speed", "hush", "crank",
    "add", "talk", "speak", "flip", "throw", "toss", "try", "save", "remove", "forget", "repeat",
    "replay", "drop", "cut", "begin", "include",
];

/// Verbs that ask for knowledge, with whom it is for. Longer ones stand before their beginnings.
#[rustfmt::skip]
pub(super) const TELLING: [&str; 26] = [
    "tell me", "tell us", "tell my what", "tell my how", "give me", "give us", "give my",
    "show me", "show us", "read me", "let me know", "let me hear", "let me see", "inform me",
    "update me", "update on", "walk me through", "fill me in", "find me", "get me", "bring me",
    "take me to", "know", "hear", "instruct me", "teach me",
];

/// Talk with the assistant about itself.
#[rustfmt::skip]
pub(super) const ITSELF: [&str; 41] = [
    "call me", "call you", "name you", "talk to me", "talk louder", "talk quieter", "talk slower",
    "talk faster", "talk softer", "talk like", "whisper", "be quiet", "shut up", "stop talking",
    "refer to me", "refer to you", "answer to", "respond in", "respond to me", "address me",
    "repeat after", "use another name", "talk more", "do not talk", "do not speak", "do not play",
    "go by a", "go by the name", "speak faster", "speak slower", "speak louder", "speak softer",
    "speak in", "speak like", "speak more", "speak up", "thank you for", "thank you so",
    "thank you very", "thank you kindly", "thank you ai",
];

/// Verbs that make a row of what is behind them, so that "can you …" in front is only polite.
#[rustfmt::skip]
pub(super) const OWN: [&str; 40] = [
    "add", "put", "schedule", "book", "remind", "note", "log", "record", "enter", "write", "jot",
    "mark", "list", "include", "plan", "pencil", "block", "arrange", "organise", "organize", "save",
    "place", "insert", "stick", "pop", "slot", "squeeze", "fit", "file", "keep", "hold", "reserve",
    "buy", "pick", "ping", "nudge", "alert", "notify", "prompt", "track",
];

/// Verbs that look something up or pass it on.
#[rustfmt::skip]
pub(super) const LOOKUPS: [&str; 25] = [
    "add", "find", "check", "search", "get", "look", "read", "pull up", "bring up", "display", "open",
    "fetch", "share", "show", "tell", "give", "send", "forward", "make", "inform", "post", "list",
    "calculate", "compile", "refresh",
];

/// What a phone and other programs keep: where somebody is, addresses, what is said in public.
#[rustfmt::skip]
pub(super) const ELSEWHERE: [&str; 10] = [
    "my location", "my gps", "my coordinates", "gps", "where i am", "my current location", "tweet", "contact list", "to my contacts",
    "location with",
];

/// What is looked up in the net or the machine.
#[rustfmt::skip]
pub(super) const LOOKED: [&str; 62] = [
    "weather", "forecast", "traffic", "news", "headlines", "email", "emails", "inbox", "mail",
    "gmail", "recipe", "recipes", "directions", "definition", "exchange rate", "exchange rates",
    "stock price", "stock prices", "stocks", "joke", "jokes", "contacts", "contact list", "contact",
    "facebook", "twitter", "tweets", "lyrics", "trivia", "timezone", "time zone", "nearest",
    "near me", "nutrition", "nutritional", "mpg", "credit score", "interest rate", "apr", "balance",
    "expiration", "ingredients", "audiobook", "audio book", "podcast", "square root", "articles",
    "fun fact", "facts", "temperature", "what song", "movie", "movies", "website", "games",
    "exchange", "pto", "rewards", "carry on", "carry-on", "minimum", "reviews",
];

/// What banks keep. Its numbers and its moves are no expenses and no changes of rows.
#[rustfmt::skip]
pub(super) const ACCOUNTS: [&str; 8] = [
    "checking", "savings", "saving", "account", "accounts", "money market", "bank", "chase",
];

/// Things whose particulars nobody keeps in a planner.
#[rustfmt::skip]
pub(super) const WORLD: [&str; 171] = [
    "balance", "balances", "account", "accounts", "apr", "rate", "rates", "limit", "limits",
    "credit", "card", "cards", "visa", "mastercard", "amex", "points", "miles", "rewards",
    "reward", "routing", "insurance", "mileage", "mpg", "gas", "gasoline", "fuel", "pressure",
    "location", "located", "username", "email", "emails", "mail", "inbox", "weather",
    "temperature", "forecast", "snow", "humidity", "package", "luggage", "bags", "baggage", "pto",
    "days off", "sick days", "time off", "w2", "recipe", "recipes", "ingredients", "calories",
    "song", "music", "album", "radio", "news", "headlines", "traffic", "stock", "stocks",
    "prices", "directions", "immunizations", "alerts", "restrictions", "restriction", "rules",
    "timezone", "time zone", "dollars", "yen", "euros", "euro", "friend requests", "moon",
    "sunrise", "sunset", "battery", "volume", "password", "age", "fee", "fees", "expire",
    "expires", "expiring", "expiration", "expiry", "health plan", "restaurants", "places",
    "stores", "shops", "twitter", "facebook", "tweet", "tweets", "podcast", "podcasts", "world",
    "country", "people", "population", "jokes", "hobbies", "protection", "languages", "capital",
    "gps", "coordinates", "carry on", "carry ons", "voicemail", "messages", "iphone", "kilowatts",
    "advisories", "bulletins", "closures", "benefits", "request", "sun", "halloween",
    "mardi gras", "happening in", "going on in", "reviews", "recommendations", "personal days",
    "tread", "sales", "good for", "outlets", "policy", "policies", "hobby", "updates",
    "where am i", "practices", "likes", "carrier", "ability", "entertainment", "apartments",
    "companies", "language", "status", "vacation days", "vacation hours", "vacation time",
    "vacation day", "my name", "your name", "my phone", "exchange rate", "required shots",
    "shots to", "shots i", "mandatory shots", "need to travel", "tire pressure", "tires due",
    "my tires", "stock price", "shots before", "facebook update", "bank balance", "bank savings",
    "order now", "my order",
];

/// Words that show that a question is about what the planner keeps.
#[rustfmt::skip]
pub(super) const PLANNED: [&str; 42] = [
    "calendar", "schedule", "agenda", "diary", "event", "events", "meeting",
    "meetings", "appointment", "appointments", "plans", "planned", "task", "tasks", "todo",
    "todos", "to do list", "to-do", "to do's", "reminder", "reminders", "remind", "list", "lists",
    "free", "busy", "chores", "errands", "deadline", "overdue", "payday", "birthday",
    "anniversary", "party", "dinner", "lunch", "breakfast", "class", "lesson", "game", "concert",
    "priority",
];

/// What is asked about money that is no looking back at what was spent.
#[rustfmt::skip]
pub(super) const OTHER_MONEY: [&str; 60] = [
    "fee", "fees", "points", "limit", "minimum", "least i can pay", "least payment",
    "lowest amount", "highest amount", "can i spend", "can i pay", "need to pay", "have to pay",
    "need to spend", "time off", "balance", "apr", "interest", "score", "vacation days",
    "days off", "do i owe", "online purchase", "do not recognize", "should i spend", "cost extra",
    "cost to", "the cost of", "price of", "will i need to spend", "carry on", "carry-on",
    "exchange", "worth", "paid time", "i have left", "credit card bill", "how much is the",
    "i can spend", "i can pay", "smallest amount", "smallest payment", "maximum", "be charged",
    "get charged", "charges for using", "delivered", "brought here", "tires", "tread", "calories",
    "traffic", "gallon", "how long", "how to", "spending power", "average cost of an",
    "fraudulent", "average time", "kind of gas",
];

/// What may be asked of the world about things to do and what is near.
#[rustfmt::skip]
pub(super) const TO_SEE: [&str; 28] = [
    "fun to do", "there to do", "touristy", "you like to do", "do you like", "know how to do",
    "to offer", "for fun", "tourist", "of commands", "in your free time", "in your spare time",
    "your free time", "spare time", "things to do in", "activities to do", "need to do to",
    "to do during", "what tasks can you", "able to do", "form i need", "document that i need",
    "how long to", "the free time", "in my area", "near me", "around here", "near here",
];

/// Topics of the day. A day behind one of them asks for it and plans nothing.
#[rustfmt::skip]
pub(super) const TOPICS: [&str; 8] = [
    "weather", "forecast", "temperature", "news", "fun fact", "closing price", "traffic predictions", "date today",
];

/// Looking whether something is so, which changes nothing.
#[rustfmt::skip]
pub(super) const LOOKING: [&str; 9] = [
    "check to see", "check if", "check whether", "see if", "see whether", "check that", "check on", "check and see", "check there",
];

/// Devices whose names nothing else has, so that a day beside them tells nothing.
#[rustfmt::skip]
pub(super) const MUSIC: [&str; 6] = [
    "playlist", "playlists", "song", "songs", "volume", "hits",
];

/// Verbs that ask for knowledge without saying for whom. On some day they are somebody's work.
#[rustfmt::skip]
pub(super) const STUDYING: [&str; 30] = [
    "look up", "lookup", "find out", "search for", "search the", "locate my", "find my phone",
    "find my iphone", "find my cell", "find my mobile", "state the", "share some", "recite",
    "share information", "pronounce", "tell jokes", "tell a joke", "name some", "name the",
    "figure out how", "give recommendations", "wonder", "define", "spell", "convert", "say a",
    "say the", "say something", "google how", "explain how",
];

/// Devices and settings that nothing else is called, for verbs that do much else.
#[rustfmt::skip]
pub(super) const NARROW: [&str; 22] = [
    "playlist", "playlists", "song", "songs", "tune", "track", "volume", "mode", "settings", "setting",
    "voice", "accent", "whisper", "defaults", "coin", "dice", "die", "dime", "station", "lights",
    "bluetooth", "wemo",
];

/// Verbs that do much else than switch and play: "return the speakers", "add rock salt".
#[rustfmt::skip]
pub(super) const BROAD: [&str; 24] = [
    "put", "add", "make", "go", "include", "save", "remove", "forget", "try", "throw", "cut", "open",
    "close", "shut", "return", "toss", "use", "change", "talk", "get", "drop", "begin", "bring", "do",
];

/// Where something travels, its hours are the carrier's and not the planner's.
#[rustfmt::skip]
pub(super) const CARRIED: [&str; 7] = ["flight", "plane", "package", "card", "luggage", "replacement", "delivery"];
#[rustfmt::skip]
pub(super) const CARRYING: [&str; 14] = [
    "board", "boarding", "land", "lands", "landing", "arrive", "arrives", "arriving", "arrival",
    "depart", "departing", "get here", "getting here", "get in",
];

/// Numbers that a bank keeps.
pub(super) const NUMBERS: [&str; 5] =
    ["pin", "pin number", "credit limit", "credit score", "routing"];
