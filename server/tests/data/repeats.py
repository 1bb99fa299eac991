#!/usr/bin/env python3
"""Writes repeats.jsonl: what python-dateutil answers for many rules.

    pip install python-dateutil && python3 repeats.py > repeats.jsonl

A line holds a rule, its first start (a wall-clock time without a zone), the first
starts it gives, and those of a stretch years later. The examples of RFC 5545
(section 3.8.5.3) come first; the rest is made with a fixed seed.
"""

import itertools
import json
import random
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr

FIRST = 24
LATE = 12
HORIZON = datetime(2200, 1, 1)

# Section 3.8.5.3, in its order. The ones that recur more often than hourly, or at
# several minutes of an hour, are among them: they are refused.
RFC = [
    ("19970902T090000", "FREQ=DAILY;COUNT=10"),
    ("19970902T090000", "FREQ=DAILY;UNTIL=19971224T000000Z"),
    ("19970902T090000", "FREQ=DAILY;INTERVAL=2"),
    ("19970902T090000", "FREQ=DAILY;INTERVAL=10;COUNT=5"),
    ("19980101T090000", "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA"),
    ("19980101T090000", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1"),
    ("19970902T090000", "FREQ=WEEKLY;COUNT=10"),
    ("19970902T090000", "FREQ=WEEKLY;UNTIL=19971224T000000Z"),
    ("19970902T090000", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"),
    ("19970902T090000", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH"),
    ("19970902T090000", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH"),
    ("19970901T090000", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR"),
    ("19970902T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH"),
    ("19970905T090000", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR"),
    ("19970905T090000", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR"),
    ("19970907T090000", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU"),
    ("19970922T090000", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO"),
    ("19970928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3"),
    ("19970902T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15"),
    ("19970930T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1"),
    ("19970910T090000", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15"),
    ("19970902T090000", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU"),
    ("19970610T090000", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7"),
    ("19970310T090000", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3"),
    ("19970101T090000", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200"),
    ("19970519T090000", "FREQ=YEARLY;BYDAY=20MO"),
    ("19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
    ("19970313T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH"),
    ("19970605T090000", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8"),
    ("19970902T090000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
    ("19970913T090000", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13"),
    ("19961105T090000", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"),
    ("19970904T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3"),
    ("19970929T090000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"),
    ("19970902T090000", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z"),
    ("19970902T090000", "FREQ=MINUTELY;INTERVAL=15;COUNT=6"),
    ("19970902T090000", "FREQ=MINUTELY;INTERVAL=90;COUNT=4"),
    ("19970902T090000", "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40"),
    ("19970902T090000", "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16"),
    ("19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"),
    ("19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"),
    ("20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"),
]

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
INTERVALS = {"HOURLY": 30, "DAILY": 12, "WEEKLY": 7, "MONTHLY": 14, "YEARLY": 5}


def pick(random, values, most):
    return sorted(random.sample(values, random.randint(1, most)))


def made(random):
    """A rule that RFC 5545 allows and the planner accepts, and a start."""
    frequency = random.choices(
        list(INTERVALS), weights=[1, 2, 4, 4, 4]
    )[0]
    parts = {"FREQ": frequency}
    if random.random() < 0.5:
        parts["INTERVAL"] = random.randint(2, INTERVALS[frequency])
    chance = random.random
    if frequency in ("MONTHLY", "YEARLY") and chance() < 0.35:
        count = random.randint(1, 3)
        places = [1, 2, 3, 4, 5, -1, -2] if frequency == "MONTHLY" else [1, 2, 9, 20, 44, -1, -3]
        parts["BYDAY"] = [f"{random.choice(places)}{day}" for day in random.sample(DAYS, count)]
    elif chance() < 0.4:
        parts["BYDAY"] = random.sample(DAYS, random.randint(1, 5))
    if frequency != "WEEKLY" and chance() < 0.25:
        parts["BYMONTHDAY"] = pick(random, [*range(1, 32), *range(-8, 0)], 5)
    if frequency == "YEARLY":
        if chance() < 0.15 and not any(day[0] in "-0123456789" for day in parts.get("BYDAY", [])):
            parts["BYWEEKNO"] = pick(random, [*range(1, 54), -1, -2, -53], 4)
        if chance() < 0.15:
            parts["BYYEARDAY"] = pick(random, [*range(1, 367), -1, -100, -366], 6)
    if chance() < 0.25:
        parts["BYMONTH"] = pick(random, list(range(1, 13)), 4)
    if chance() < 0.15:
        parts["BYHOUR"] = pick(random, list(range(24)), 4)
    if chance() < 0.1:
        parts["BYMINUTE"] = [random.randint(0, 59)]
    selects = any(name.startswith("BY") for name in parts)
    if selects and frequency != "HOURLY" and chance() < 0.25:
        parts["BYSETPOS"] = pick(random, [1, 2, 3, -1, -2], 2)
    if chance() < 0.2:
        parts["WKST"] = random.choice(DAYS)
    start = datetime(random.randint(1996, 2030), 1, 1) + timedelta(
        days=random.randint(0, 364), hours=random.randint(0, 23), minutes=random.choice([0, 15, 30, 59])
    )
    if chance() < 0.2:
        parts["COUNT"] = random.randint(1, 40)
    elif chance() < 0.2:
        parts["UNTIL"] = (start + timedelta(days=random.randint(1, 4000))).strftime("%Y%m%dT%H%M%SZ")
    joined = ";".join(
        f"{name}={','.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in parts.items()
    )
    return start.strftime("%Y%m%dT%H%M%S"), joined


def first(rule, start, count):
    """The first starts from `start` on, up to the horizon."""
    found = itertools.takewhile(lambda at: at < HORIZON, rule.xafter(start, inc=True))
    return list(itertools.islice(found, count))


def answered(start, text):
    # dateutil wants both ends of one kind; ours has no zone here.
    rule = rrulestr(f"DTSTART:{start}\nRRULE:{text.replace('Z', '')}")
    begin = datetime.strptime(start, "%Y%m%dT%H%M%S")
    late = begin + timedelta(days=365 * 12 + 17)
    return {
        "start": begin.isoformat(),
        "rule": text,
        "first": [at.isoformat() for at in first(rule, begin, FIRST)],
        "late_from": late.isoformat(),
        "late": [at.isoformat() for at in first(rule, late, LATE)],
    }


def main():
    seeded = random.Random(5545)
    rules = dict.fromkeys(RFC)
    while len(rules) < 900:
        rules[made(seeded)] = None
    for start, text in rules:
        try:
            answer = answered(start, text)
        except IndexError:
            # dateutil's own failure on a weekday place beyond a month's end.
            continue
        print(json.dumps(answer, separators=(",", ":")))


main()
