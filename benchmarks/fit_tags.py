"""Learn the order of each word's tags and the rules that choose among them, and write both data files.

    python benchmarks/fit_tags.py --lexicon en-lexicon.txt --inflections infl_lu.csv.gz --tagged FILE... [--rules 440]

`--lexicon` is the lexicon of Brill's tagger as TextBlob ships it, `--inflections` the table of LemmInflect. A line of a tagged
file is a JSON object with `text` and `tags`: one Penn tag, by a tagger that is trusted, for each word that
`factcheck.detection.words.tag_words` finds. News prose and speech in equal parts gave the present files.

Needs numpy, which the program itself does not: run it in an environment of its own that also has factcheck.

The learning is Brill's: of all rules "a word that may be both, now FROM, is TO where the condition holds", take the one that
mends most, apply it, and go on. Mistakes about whether a verb is finite count twice, about names half.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import numpy as np

from factcheck.detection import tagging, words
from factcheck.detection.tagging_lexicon import Reading, Tags, load_lexicon

FOLDER = Path("factcheck/detection/lexicon/en")
OPEN = frozenset({"NN", "NNS", "VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "RBS"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
OURS = {"HYPH": ":", "NFP": ":", "-LRB-": "(", "-RRB-": ")"}
"""What other taggers call our marks."""
PAIRS_COST = 2  # a rule of two conditions must mend this many more

Sentence = tuple[str, list[str]]


def read_brill(path: Path) -> dict[str, str]:
    """Read each word's tag in the lexicon of Brill's tagger."""
    lines = (line.split(" ") for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != ";")
    return {parts[0]: re.split(r"[|,]", parts[1])[0] for parts in lines if len(parts) > 1}


def read_inflections(path: Path) -> dict[str, set[str]]:
    """Read the tags that each form of a word may have."""
    forms = {"noun": ("NNS",), "verb": ("VBD", "VBN", "VBG", "VBZ"), "adj": ("JJR", "JJS"), "adv": ("RBR", "RBS")}
    bases = {"noun": {"NN"}, "verb": {"VB", "VBP"}, "adj": {"JJ"}, "adv": {"RB"}}
    tags: dict[str, set[str]] = defaultdict(set)
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        lemma, word_class, *cells = line.split(",")
        if word_class not in forms:
            continue
        tags[lemma] |= bases[word_class]
        if word_class == "verb" and len(cells) > 1 and not cells[1]:
            cells[1] = cells[0]  # regular: the participle is the past tense
        for tag, cell in zip(forms[word_class], cells, strict=False):
            for form in filter(None, cell.split("/")):
                tags[form].add(tag)
    return tags


def order_tags(word: str, counts: Counter[str], brill: dict[str, str], inflections: dict[str, set[str]]) -> Tags:
    """Order a word's tags by how often they were seen, and leave out those that a common word never showed."""
    first = brill.get(word)
    base = [first] if first else []
    if not base or first in OPEN:
        base += sorted(inflections.get(word, set()) - set(base))
    total = sum(counts.values())
    seen = [
        tag
        for tag, number in counts.most_common()
        if (tag in base and number >= total * 0.004) or (number >= 3 and number >= total * 0.02)
    ]
    unseen = [tag for tag in base if tag not in seen]
    if total >= 150:
        unseen = []
    elif total >= 25:
        unseen = [tag for tag in unseen if tag in ("VBD", "VBN", "VB", "VBP", "NN")]
    return (*seen, *unseen) or tuple(base)


def build_lexicon(tagged: list[Sentence], brill: dict[str, str], inflections: dict[str, set[str]]) -> dict[str, Tags]:
    """Build the lexicon of lower-case words, and of capitals that are no plain names."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text, tags in tagged:
        before = "."
        for word, tag in zip(words.tag_words(text), tags, strict=True):
            small = word.text == word.text.lower()
            if word.text.isalpha() and (small or before not in (".", "``", ":")):
                counts[word.text][tag] += 1
            before = word.tag
    known = {word for word in brill if re.fullmatch("[a-z]+", word)}
    known |= {word for word, seen in counts.items() if word.islower() and sum(seen.values()) >= 3}
    lexicon = {word: order_tags(word, counts.get(word, Counter()), brill, inflections) for word in known}
    for word, seen in counts.items():
        tag, number = seen.most_common(1)[0]
        if word.istitle() and sum(seen.values()) >= 3 and tag in ("JJ", "NNPS"):
            lexicon[word] = (tag, "NNP") if tag == "JJ" else (tag,)
        elif word.istitle() and tag == "NNP" and number >= 3 and lexicon.get(word.lower(), ("NN",))[0] not in OPEN:
            lexicon[word] = ("NNP",)
    return {word: tags for word, tags in lexicon.items() if tags}


def capture(text: str) -> tuple[list[str], list[Reading], list[int]]:
    """Give the words of a text, their readings and the starts of sentences, as the tagger sees them."""
    seen: list[tuple[list[str], list[Reading], list[int]]] = []
    resolve = words.resolve_tags

    def look(texts: list[str], readings: list[Reading], openings: list[int]) -> list[str]:
        seen.append((texts, readings, openings))
        return [reading[1][0] for reading in readings]

    words.resolve_tags = look  # type: ignore[assignment]  # only the inputs are wanted here
    try:
        words.tag_words(text)
    finally:
        words.resolve_tags = resolve
    return seen[0]


class Examples:
    """Hold every word with a choice: what the conditions see there, what it may be, is now, and should be."""

    def __init__(self, tagged: list[Sentence]) -> None:
        self.tags: dict[str, int] = {}
        self.conditions: dict[tuple[str, str], int] = {}
        rows: list[list[int]] = []
        now: list[int] = []
        right: list[int] = []
        may: list[int] = []
        for text, tags in tagged:
            for can_be, context, tag in walk(text, tags):
                rows.append([self.number(condition, context) for condition in tagging.CONDITIONS])
                now.append(self.tag(can_be[0]))
                right.append(self.tag(tag))
                may.append(sum(1 << self.tag(other) for other in can_be))
        self.rows, self.now, self.right, self.may = map(np.array, (rows, now, right, may))

    def tag(self, name: str) -> int:
        """Number a tag."""
        return self.tags.setdefault(name, len(self.tags))

    def number(self, condition: str, context: tagging.Context) -> int:
        """Number what a condition sees."""
        parts = [getattr(context, part.replace(" ", "_")) for part in condition.split(" and ")]
        return self.conditions.setdefault((condition, " ".join(parts)), len(self.conditions))


def walk(text: str, tags: list[str]) -> list[tuple[Tags, tagging.Context, str]]:
    """Walk a text with the right tags on the left, and give each word that has a choice with its context."""
    texts, readings, openings = capture(text)
    possible = tagging.place_readings(texts, readings, openings)
    found = []
    edges = [*openings, len(texts)]
    for begin, end in pairwise(edges):
        lowers = [reading[0] for reading in readings[begin:end]]
        here = possible[begin:end]
        sentence = tagging.Sentence([can_be[0] for can_be in here], here, lowers)
        group, finite = "", "-"
        for i, can_be in enumerate(here):
            tag = tags[begin + i]
            if len(can_be) > 1 and tag in can_be:
                found.append((can_be, sentence.context(i + 2, group, finite), tag))
            sentence.tags[i + 2] = tag
            group, finite = tagging.follow(group, finite, tag, lowers[i], sentence.tags[i + 1])
    return found


def weigh(a: str, b: str) -> float:
    """Weigh a mistake between two tags by what it costs those who read them."""
    if (a in FINITE) != (b in FINITE):
        return 2.0
    if a[0] == "V" or b[0] == "V":
        return 1.2
    return 0.5 if "NNP" in a or "NNP" in b else 1.0


def learn_rules(examples: Examples, most: int, least_gain: float) -> list[str]:
    """Learn rules, the most useful first, until none mends enough."""
    names, seen = list(examples.tags), list(examples.conditions)
    cost = np.array([[weigh(a, b) for b in names] for a in names])
    rows, now, right, may = examples.rows, examples.now, examples.right, examples.may
    order = np.argsort(rows.ravel(), kind="stable") // rows.shape[1]
    offsets = np.concatenate([[0], np.cumsum(np.bincount(rows.ravel(), minlength=len(seen)))])
    rules: list[str] = []
    while len(rules) < most:
        wrong = np.flatnonzero(now != right)
        keys = (rows[wrong] * len(names) + now[wrong][:, None]) * len(names) + right[wrong][:, None]
        candidates, mended = np.unique(keys.ravel(), return_counts=True)
        worth = mended * cost[candidates // len(names) % len(names), candidates % len(names)]
        best, best_gain = None, least_gain
        for j in np.argsort(-worth):
            if worth[j] <= best_gain:
                break
            becomes, was = int(candidates[j]) % len(names), int(candidates[j]) // len(names) % len(names)
            condition = int(candidates[j]) // len(names) ** 2
            places = order[offsets[condition] : offsets[condition + 1]]
            places = places[(now[places] == was) & (may[places] >> becomes & 1 == 1)]
            broken = int((right[places] == was).sum())
            gain = worth[j] - broken * cost[was, becomes] - PAIRS_COST * (" and " in seen[condition][0])
            if gain > best_gain:
                best_gain = gain
                best = (places, becomes, (names[was], names[becomes], *seen[condition], str(mended[j]), str(broken)))
        if best is None:
            break
        places, becomes, rule = best
        now[places] = becomes
        rules.append("\t".join(rule))
    print(f"{len(rules)} rules; {(now == right).mean():.4f} of the words with a choice are right")
    return rules


def rewrite(path: Path, lines: list[str]) -> None:
    """Replace a data file's lines and keep the comment at its head."""
    head = [line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """Build the lexicon, learn the rules, and write both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--lexicon", type=Path, required=True)
    parser.add_argument("--inflections", type=Path, required=True)
    parser.add_argument("--tagged", type=Path, nargs="+", required=True)
    parser.add_argument("--rules", type=int, default=440)
    parser.add_argument("--least-gain", type=float, default=9)
    options = parser.parse_args()
    lines = [json.loads(line) for path in options.tagged for line in path.open(encoding="utf-8")]
    tagged = [(line["text"], [OURS.get(tag, tag) for tag in line["tags"]]) for line in lines]
    lexicon = build_lexicon(tagged, read_brill(options.lexicon), read_inflections(options.inflections))
    groups: dict[Tags, list[str]] = defaultdict(list)
    for word, tags in sorted(lexicon.items()):
        groups[tags].append(word)
    rewrite(FOLDER / "tags.tsv", [f"{' '.join(tags)}\t{' '.join(group)}" for tags, group in sorted(groups.items())])
    rewrite(FOLDER / "tag_rules.tsv", [])
    load_lexicon.cache_clear()
    rewrite(FOLDER / "tag_rules.tsv", learn_rules(Examples(tagged), options.rules, options.least_gain))


if __name__ == "__main__":
    main()
