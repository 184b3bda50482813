#!/usr/bin/env python3
"""Draws the pictures of docs/how-history-works.md into this folder: python3 docs/pictures/draw.py"""

from pathlib import Path

from timeline import Timeline

MONTHS = [(0, "1 Jan"), (25, "1 Feb"), (50, "1 Mar"), (75, "1 Apr"), (100, "1 May")]


def picture(title, describe, ticks=MONTHS):
    return Timeline(title, ticks, describe)


PICTURES = {
    "in-order": picture("In order: each change begins a version where it happened", "Graz from the beginning, Wien from 1 March.")
    .said("events", (8, 1, "Graz"), (50, 2, "Wien"), note="number: arrival")
    .history("customer c1", (0, 50, "version 1: Graz", "a"), (50, 100, "version 2: Wien", "b"))
    .facts("orders", (20, "o1: Graz"), (70, "o2: Wien"))
    .say("The first version is open to the past (1900-01-01), the last one to the future (9999-12-31)."),
    "late": picture("Late: an older change splits the version that held", "Linz from 1 February arrives last; the order between moves to it.")
    .said("events", (8, 1, "Graz"), (50, 2, "Wien"), (25, 3, "Linz, told last", True))
    .history("before", (0, 50, "key 2: Graz", "a"), (50, 100, "key 3: Wien", "b"))
    .facts("orders", (15, "o1 → key 2"), (37, "o2 → key 2"))
    .history("after", (0, 25, "key 2: Graz", "a"), (25, 50, "key 4: Linz", "c", True), (50, 100, "key 3: Wien", "b"))
    .facts("orders", (15, "o1 → key 2"), (37, "o2 → key 4", True)),
    "equal-instants": picture("Equal instants: what is said at one instant counts as a whole", "Two statements of 1 March make one version.")
    .said("sequence 17", (50, 2, "city Wien"))
    .said("sequence 18", (50, 1, "city Linz, phone 123"))
    .history("customer c1", (0, 50, "Graz", "a"), (50, 100, "Linz, phone 123", "c"))
    .say("One version, not two, and none that is empty. Which one arrived first does not matter."),
    "a-b-a": picture("A → B → A: a value that returns makes a version of its own", "Graz, Wien, Graz again are three versions.")
    .said("events", (8, 1, "Graz"), (30, 2, "Wien"), (65, 3, "Graz"), (85, 4, "Graz again"))
    .history("customer c1", (0, 30, "version 1: Graz", "a"), (30, 65, "version 2: Wien", "b"), (65, 100, "version 3: Graz", "a"))
    .say("Saying what is already known (event 4) begins no version."),
    "partial": picture("Partial: an event changes only what it speaks of", "City and tier come from different events and are merged.")
    .said("address book", (8, 1, "Graz"), (60, 3, "Wien"))
    .said("loyalty", (35, 2, "tier 2"), (80, 4, "tier null"))
    .history("customer c1", (0, 35, "Graz, –", "a"), (35, 60, "Graz, tier 2", "c"), (60, 80, "Wien, tier 2", "b"), (80, 100, "Wien, –", "d"))
    .say("Not said: the value stays. Said null (event 4): there is no value any more."),
    "deletes": picture("A delete: close, flag or ignore", "The same two events under the three settings.")
    .said("events", (8, 1, "Graz"), (50, 2, "deleted"))
    .history("deletes: close", (0, 50, "Graz (not current)", "a"), (50, 100, "no version", "gone"))
    .history("deletes: flag", (0, 50, "Graz", "a"), (50, 100, "Graz, is_deleted", "g"))
    .history("deletes: ignore", (0, 100, "Graz", "a")),
    "revival": picture("Revival: who comes back begins a version, even if nothing changed", "Deleted on 15 February, back on 1 April; a gap lies between.")
    .said("events", (8, 1, "Graz"), (37, 2, "deleted"), (75, 3, "phone 123"))
    .history("close", (0, 37, "version 1: Graz", "a"), (37, 75, "gap", "gone"), (75, 100, "version 2: Graz", "a"))
    .facts("orders", (20, "o1 → 1"), (55, "o2 → 1, closed before"), (88, "o3 → 2"))
    .history("flag", (0, 37, "Graz", "a"), (37, 75, "Graz, is_deleted", "g"), (75, 100, "Graz", "a"))
    .say("Unsaid attributes stay as they were. A fact in the gap looks at the version that was closed."),
    "late-around-a-delete": picture("Late around a delete: filled in, but not revived", "A statement older than the delete arrives after it.")
    .said("events", (8, 1, "Graz"), (60, 2, "deleted"), (30, 3, "Wien, told last", True))
    .history("before", (0, 60, "Graz", "a"), (60, 100, "no version", "gone"))
    .history("after", (0, 30, "Graz", "a"), (30, 60, "Wien", "b", True), (60, 100, "still no version", "gone"))
    .say("The late statement is older than the delete, so the delete remains the last word."),
    "late-delete": picture("Late delete: a gap appears in the past", "A delete older than later statements arrives last.")
    .said("events", (8, 1, "Graz"), (70, 2, "tier 2"), (35, 3, "deleted, told last", True))
    .history("before", (0, 70, "Graz", "a"), (70, 100, "Graz, tier 2", "c"))
    .facts("orders", (50, "o1: Graz"))
    .history("after", (0, 35, "Graz", "a", True), (35, 70, "gap", "gone"), (70, 100, "Graz, tier 2", "c"))
    .facts("orders", (50, "o1: Graz, the version closed before"))
    .say("The statement of March is newer than the delete, and so a revival."),
    "correction": picture("Correction: a statement about the same instant, with a higher sequence", "The version of 1 February changes from Linz to Wels.")
    .said("sequence 1", (8, 1, "Graz"), (25, 2, "Linz"), (60, 3, "Wien"))
    .said("sequence 2", (25, 4, "Wels: that was wrong", True))
    .history("before", (0, 25, "key 2: Graz", "a"), (25, 60, "key 3: Linz", "c"), (60, 100, "key 4: Wien", "b"))
    .history("after", (0, 25, "key 2: Graz", "a"), (25, 60, "key 3: Wels", "d", True), (60, 100, "key 4: Wien", "b"))
    .say("The version keeps its key, so no fact has to move."),
    "inferred": picture("Inferred: the fact comes first", "An order names c9 before anybody told of c9.")
    .said("events", (60, 1, "order o1 of c9"))
    .history("before", (0, 100, "key 8: c9, is_inferred", "g"))
    .facts("orders", (60, "o1 → key 8"))
    .said("events", (75, 2, "c9 lives in Graz", True))
    .history("after", (0, 100, "key 8: c9, Graz", "a", True))
    .facts("orders", (60, "o1 → key 8"))
    .say("The first version is open to the past, so the same row is completed and no fact has to move."),
    "changed-key": picture("A changed key: one member, whatever it is called", "Customer 17 becomes 42; that is told last.")
    .said("events", (8, 1, "17: Graz"), (75, 2, "42: Wien"), (50, 3, "42, formerly 17", True))
    .history("before", (0, 100, "17: key 2, Graz", "a"))
    .history("", (0, 100, "42: key 5, Wien", "b"))
    .facts("orders", (20, "o1 of 17 → 2"), (62, "o2 of 42 → 5"), (85, "o3 of 17 → 2"))
    .history("after", (0, 50, "key 2: 17, Graz", "a"), (50, 75, "key 7: 42, Graz", "c", True), (75, 100, "key 8: 42, Wien", "b", True))
    .facts("orders", (20, "o1 → 2"), (62, "o2 → 7", True), (85, "o3 → 8", True))
    .say("One durable key is left. Each order looks at the version of its time, by whichever key it names the customer."),
    "types": picture("One attribute, six ways to keep it", "Graz, Wien on 1 February, Linz on 1 April.")
    .said("events", (8, 1, "Graz"), (25, 2, "Wien"), (75, 3, "Linz"))
    .history("0", (0, 100, "city = Graz", "a"), note="keep the first")
    .history("1", (0, 100, "city = Linz", "c"), note="overwrite")
    .history("2", (0, 25, "Graz", "a"), (25, 75, "Wien", "b"), (75, 100, "Linz", "c"), note="new version")
    .history("3", (0, 100, "city = Linz, previous_city = Wien", "c"), note="the one before")
    .history("6", (0, 25, "Graz | Linz", "a"), (25, 75, "Wien | Linz", "b"), (75, 100, "Linz | Linz", "c"), note="then | current")
    .facts("7", (34, "as it was: customer_key, Wien; as it is: customer_durable_key, Linz"), note="both keys in facts"),
    "re-keying": picture("Re-keying: only the facts of the interval that moved", "A late change moves the boundary; one fact goes with it.")
    .said("events", (8, 1, "Graz"), (50, 2, "Wien"), (25, 3, "Wien, told last", True))
    .history("before", (0, 50, "key 2: Graz", "a"), (50, 100, "key 3: Wien", "b"))
    .facts("facts", (12, "f1 → 2"), (35, "f2 → 2"), (60, "f3 → 3"), (85, "f4 → 3"))
    .history("after", (0, 25, "key 2: Graz", "a"), (25, 100, "key 3: Wien, begins earlier", "b", True))
    .facts("facts", (12, "f1 → 2"), (35, "f2 → 3", True), (60, "f3 → 3"), (85, "f4 → 3"))
    .say("Versions keep their keys as long as they can, so f1, f3 and f4 are not touched."),
    "cascade": picture("Cascade: a version of the customer begins one of the account", "account refers to customer as: version.")
    .history("customer c1", (0, 40, "c1/1: Graz", "a"), (40, 100, "c1/2: Wien", "b"))
    .history("account a1", (0, 40, "a1/1: NORMAL, c1/1", "a"), (40, 65, "a1/2: NORMAL, c1/2", "b", True), (65, 100, "a1/3: FREE, c1/2", "c"))
    .said("told of a1", (8, 1, "NORMAL, c1"), (65, 2, "FREE"))
    .say("Nobody told anything of the account at the move: its second version follows from the customer's."),
    "bridge": picture("Bridge: one fact, several members, weights that add up to 1", "A visit with two diagnoses.")
    .history("diagnosis J10", (0, 30, "J10/1: influenza", "a"), (30, 100, "J10/2: influenza, identified", "b"))
    .facts("visit v1", (45, "J10/2, weight 0.75"))
    .history("diagnosis I10", (0, 100, "I10/1: hypertension", "c"))
    .facts("visit v1", (45, "I10/1, weight 0.25"))
    .say("One row of the bridge for each member; each looks at the version of the time of the visit."),
    "mini": picture("Mini-dimension: facts carry the combination that held", "A late change moves a fact to another combination.")
    .said("told of c1", (8, 1, "income low"), (70, 2, "income high"), (30, 3, "income middle", True))
    .history("customer c1", (0, 100, "c1/1: one version all the time", "g"))
    .history("trail, before", (0, 70, "low", "a"), (70, 100, "high", "b"))
    .facts("orders", (18, "o1: low"), (45, "o2: low"), (85, "o3: high"))
    .history("trail, after", (0, 30, "low", "a"), (30, 70, "middle", "c", True), (70, 100, "high", "b"))
    .facts("orders", (18, "o1: low"), (45, "o2: middle", True), (85, "o3: high"))
    .say("The mini-dimension has a row for each of low, middle and high, whoever has it."),
    "periodic": picture("Periodic: the state at the end of each month", "A late change rewrites the months that it reaches.")
    .said("events", (8, 1, "balance 100"), (60, 2, "balance 70"), (30, 3, "balance 120", True))
    .history("before", (0, 25, "January: 100", "a"), (25, 50, "February: 100", "a"), (50, 75, "March: 70", "b"), (75, 100, "not over yet", "gone"))
    .history("after", (0, 25, "January: 100", "a"), (25, 50, "February: 120", "c", True), (50, 75, "March: 70", "b"), (75, 100, "not over yet", "gone"))
    .say("Rows reach from the first change to the horizon, here 1 April; while a member is deleted it has none."),
}


if __name__ == "__main__":
    for name, drawn in PICTURES.items():
        Path(__file__).with_name(name + ".svg").write_text(drawn.svg(), encoding="utf-8")
