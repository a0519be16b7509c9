"""Coverage-guided fuzzing of reading: no exception, no broken span, no text that costs more than its length allows.

    pip install atheris                      # not a dependency of the project
    python benchmarks/fuzz.py --seconds 600 [--seed 7] [--what text|html]

The fuzzer's bytes choose words of voting English and raw characters, so that it reaches the grammar and not
only the lexer. Prints how many inputs were tried; exits with 1 and the input on the first that breaks a law.
"""

from __future__ import annotations

import argparse
import sys
import time

import atheris

with atheris.instrument_imports(include=["claimwire"]):
    from claimwire import Document, read
    from claimwire.testing import check_extraction

VOCABULARY = (
    "93 18 65 seven none unanimously over more than about 12 of the council's 15 members ; : , . - – — ( ) [ ] “ ” \" "
    "' ‘ ’ \n \n\n • $ % votes voted vote voting for against in favour abstained abstentions abstaining no yes opposed "
    "backed rejected adopted passed failed vetoed joined including among them while and but with by the a an its it "
    "which that resolution motion amendment bill draft text titled drafted by sponsored United States Russia China "
    "India the US us Washington Moscow Georgia Kyiv Mali North Korea France Labour MPs senators General Assembly "
    "Security Council Human Rights Council House of Commons Monday February 24 2025 on last week yesterday anniversary "
    "of said told according to President Trump Mr Smith he she they adding that killed wounded people troops million "
    "billion displaced at least up to between 1,000 2.5 expected would will not did should urged earlier previous "
    "separate competing second both another same Countries In favor: Against: Abstain:"
)
WORDS = VOCABULARY.split(" ")
SLOW_SECONDS_PER_KB = 0.05
"""One kilobyte may take so long under the fuzzer's instrumentation, ten times what it takes without."""


def text_of(data: bytes) -> str:
    """A text from the fuzzer's bytes: most bytes choose a word, some give a raw character."""
    provider = atheris.FuzzedDataProvider(data)
    parts = []
    while provider.remaining_bytes():
        choice = provider.ConsumeIntInRange(0, len(WORDS) + 7)
        if choice < len(WORDS):
            parts.append(WORDS[choice])
        else:
            parts.append(provider.ConsumeUnicodeNoSurrogates(3).replace("\0", " "))
        if choice % 5:
            parts.append(" ")
    return "".join(parts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--what", choices=["text", "html"], default="text")
    options = parser.parse_args()
    read(Document(text="The Assembly voted."))  # loads the gazetteers, so that no input is blamed for it
    tried = 0
    slowest = 0.0

    def one(data: bytes) -> None:
        nonlocal tried, slowest
        text = text_of(data)
        document = Document(text=text, published="2025-02-25") if options.what == "text" else Document(html=data)
        start = time.process_time()
        extraction = read(document)
        spent = time.process_time() - start
        check_extraction(extraction)
        told = [p for p in extraction.problems if not p.message.startswith("no text to read")]
        assert not told or options.what == "html", told
        per_kb = spent / (1 + len(text) / 1000)
        slowest = max(slowest, per_kb)
        assert per_kb < SLOW_SECONDS_PER_KB * 10, f"{per_kb:.2f} s a kilobyte"
        tried += 1
        if tried % 2_000 == 0:
            print(f"tried {tried} inputs, slowest {slowest:.3f} s a kilobyte", flush=True)

    arguments = [
        sys.argv[0],
        f"-max_total_time={options.seconds}",
        f"-seed={options.seed}",
        "-max_len=600",
        "-rss_limit_mb=8192",
        "-verbosity=0",
    ]
    atheris.Setup(arguments, one)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
