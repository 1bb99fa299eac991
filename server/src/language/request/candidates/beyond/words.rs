//! The words that tell what is beyond the planner, one table for each reason.

/// A question inside a sentence. "who" and "when" are left out: they also join ("call the man who
/// rang", "remind me when …").
pub(super) const ASKING: [&str; 30] = [
    "what is",
    "what's",
    "what will",
    "what time",
    "what date",
    "what day",
    "what do",
    "is what",
    "is how",
    "how much",
    "how many",
    "how long",
    "how do",
    "is it",
    "are they",
    "do i need",
    "do i have to",
    "do you",
    "can you",
    "could you",
    "should i",
    "can i",
    "what new",
    "what are",
    "lands on",
    "said how",
    "what it",
    "what they",
    "are there",
    "need to know",
];

/// Things in the house or the machine that are switched, played and set by voice. Who does that by
/// hand, at some time, names the time.
#[rustfmt::skip]
pub(super) const DEVICES: [&str; 83] = [
    "light", "lights", "lamp", "lamps", "brightness", "thermostat", "heater", "heating", "furnace",
    "temperature", "fan", "fans", "tv", "television", "radio", "music", "song", "songs", "tune",
    "tunes", "track", "tracks", "playlist", "playlists", "podcast", "podcasts", "audiobook",
    "audiobooks", "audio", "album", "speaker", "speakers", "volume", "sound", "socket", "sockets",
    "plug", "wemo", "roomba", "mode", "settings", "setting", "voice", "accent", "bluetooth",
    "language", "defaults", "spotify", "pandora", "siri", "alexa", "olly", "google",
    "screen", "beat", "beats", "dj", "station", "channel", "episode", "saga", "coin", "dice",
    "die", "dime", "phone's", "device", "connection", "hue", "lighting", "timer",
    "hits", "jazz", "rock", "stereo", "microphone", "chess", "robot", "switch", "whisper", "temp", "ac", "lyrics",
];

/// Verbs that switch, play and set. With one of the devices behind them nobody does it themselves.
#[rustfmt::skip]
pub(super) const CONTROLS: [&str; 69] = [
    "turn", "switch", "set", "put", "start", "stop", "pause", "resume", "skip", "play", "shuffle",
    "do", "complete", "bring", "dim", "brighten", "raise", "lower", "increase", "decrease", "reduce", "adjust", "mute",
    "unmute", "change", "use", "make", "go", "return", "reset", "restore", "connect", "disconnect",
    "sync", "unsync", "pair", "unpair", "enable", "disable", "activate", "deactivate", "open",
    "close", "shut", "quiet", "slow", "speed", "hush", "crank", "add", "get", "talk", "speak",
    "flip", "roll", "throw", "toss", "try", "save", "remove", "forget", "repeat", "replay", "rate",
    "turn", "drop", "cut", "begin", "include",
];

/// Verbs that ask for knowledge, with whom it is for. Longer ones stand before their beginnings.
#[rustfmt::skip]
pub(super) const TELLING: [&str; 62] = [
    "tell me", "tell us", "tell my what", "tell my how", "give me", "give us", "give my", "show me",
    "show us", "read me", "let me know", "let me hear", "let me see", "inform me", "update me",
    "update on", "walk me through", "fill me in", "find me", "get me", "bring me", "take me to",
    "explain", "describe", "define", "spell", "translate", "convert", "calculate", "recommend",
    "suggest", "look up", "lookup", "find out", "search for", "search the", "google", "locate my",
    "find my", "identify", "state the", "provide", "share some", "share information", "say",
    "recite", "pronounce", "tell jokes", "know", "hear", "learn about", "learn a", "learn how",
    "understand", "figure out how", "instruct me", "teach me", "wonder", "name some", "name the",
    "compare", "give recommendations",
];

/// Talk with the assistant about itself.
#[rustfmt::skip]
pub(super) const ITSELF: [&str; 30] = [
    "call me", "call you", "name you", "talk to me", "talk louder", "talk quieter", "talk slower",
    "talk faster", "talk softer", "talk like", "speak", "whisper", "be quiet", "shut up",
    "stop talking", "go by", "go back to", "refer to me", "refer to you", "answer to",
    "respond in", "respond to me", "address me", "repeat after", "use another name", "talk more",
    "do not talk", "do not speak", "do not play", "thank you",
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
pub(super) const LOOKUPS: [&str; 24] = [
    "find", "check", "search", "get", "look", "read", "pull up", "bring up", "display", "open",
    "fetch", "share", "show", "tell", "give", "send", "forward", "make", "inform", "post", "list",
    "calculate", "compile", "refresh",
];

/// Where somebody is, which a phone knows.
pub(super) const PLACE: [&str; 7] = [
    "my location",
    "my gps",
    "my coordinates",
    "gps",
    "where i am",
    "my current location",
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
pub(super) const ACCOUNTS: [&str; 14] = [
    "checking",
    "savings",
    "saving",
    "account",
    "accounts",
    "pin",
    "401k",
    "credit limit",
    "credit score",
    "money market",
    "credit card",
    "debit card",
    "rollover",
    "routing",
];

/// Things whose particulars nobody keeps in a planner.
#[rustfmt::skip]
pub(super) const WORLD: [&str; 185] = [
    "balance", "balances", "account", "accounts", "apr", "rate", "rates", "limit", "limits",
    "credit", "card", "cards", "visa", "mastercard", "amex", "points", "miles", "rewards", "reward",
    "routing", "insurance", "mileage", "mpg", "gas", "gasoline", "fuel", "tire", "tires", "oil",
    "pressure", "location", "located", "name", "username", "email", "emails", "mail", "inbox",
    "weather", "temperature", "forecast", "rain", "snow", "humidity", "package", "order", "orders",
    "luggage", "bags", "baggage", "vacation", "pto", "days off", "sick days", "time off", "w",
    "w2", "recipe", "recipes", "ingredients", "calories", "song", "music", "album", "radio", "news",
    "headlines", "traffic", "stock", "stocks", "price", "prices", "directions", "shots", "shot",
    "vaccines", "vaccine", "vaccination", "vaccinations", "immunizations", "alerts", "restrictions",
    "restriction", "rules", "timezone", "time zone", "exchange", "dollars", "yen", "euros", "euro",
    "friend requests", "moon", "sunrise", "sunset", "battery", "volume", "password", "age", "fee",
    "fees", "expire", "expires", "expiring", "expiration", "expiry", "boarding", "land", "lands",
    "landing", "board", "arrive", "arriving", "arrives", "depart", "departing", "weight", "height",
    "health plan", "phone", "restaurant", "restaurants", "places", "hotel", "hotels", "store",
    "stores", "shop", "shops", "twitter", "facebook", "tweet", "tweets", "podcast",
    "podcasts", "movie", "movies", "theater", "world", "country", "people", "population", "jokes",
    "bill", "bills", "payment", "hobbies", "protection", "coffers", "languages", "capital", "gps", "coordinates", "carry on", "carry ons", "voicemail",
    "messages", "fuel", "iphone", "kilowatts", "advisories", "bulletins", "closures", "reservation",
    "benefits", "request", "mountains", "sun", "halloween", "mardi gras", "news",
    "happening in", "going on in", "fee", "carrier", "ability", "doors", "cereal", "entertainment",
    "apartments", "companies", "tacos", "language", "status", "prime",
];

/// Words that show that a question is about what the planner keeps.
#[rustfmt::skip]
pub(super) const PLANNED: [&str; 44] = [
    "calendar", "schedule", "scheduled", "agenda", "diary", "event", "events", "meeting",
    "meetings", "appointment", "appointments", "plans", "planned", "task", "tasks", "todo",
    "todos", "to do list", "to-do", "to do's", "reminder", "reminders", "remind", "list", "lists",
    "free", "busy", "chores", "errands", "due", "deadline", "overdue", "payday", "birthday",
    "anniversary", "party", "dinner", "lunch", "breakfast", "class", "lesson", "game", "concert",
    "priority",
];

/// What is asked about money that is no looking back at what was spent.
#[rustfmt::skip]
pub(super) const OTHER_MONEY: [&str; 49] = [
    "fee", "fees", "points", "limit", "minimum", "least i can pay", "least payment",
    "lowest amount", "highest amount", "can i spend", "can i pay", "need to pay", "have to pay",
    "need to spend", "time off", "balance", "apr", "interest", "score", "vacation days",
    "days off", "do i owe", "online purchase", "do not recognize", "should i spend",
    "cost extra", "cost to", "the cost of", "price of", "will i need to spend", "carry on", "carry-on",
    "exchange", "worth", "paid time", "i have left", "guitar", "new car", "credit card bill",
    "sum of the two", "electricity cost", "roundtrip", "round trip", "how much is the",
    "divided", "i can spend", "i can pay",
    "smallest amount", "maximum",
];

/// What may be asked of the world about things to do: "what is there to do in Boston".
pub(super) const TO_SEE: [&str; 14] = [
    "fun to do",
    "there to do",
    "touristy",
    "you like to do",
    "do you like",
    "know how to do",
    "to offer",
    "for fun",
    "tourist",
    "of commands",
    "in your free time",
    "in your spare time",
    "your free time",
    "spare time",
];
