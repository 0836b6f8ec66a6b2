# `make` builds Hearsay and reads the sample article; `make check` is what CI runs.
SWIFT_BUILD = swift build -c release --explicit-target-dependency-import-check error
HEARSAY = .build/release/hearsay

.PHONY: all sample setup build test format format-check score codebook corpus snippets crash-test check clean

all: sample

setup:
	@Tools/setup

build: setup
	$(SWIFT_BUILD) --product hearsay

sample: build
	@$(HEARSAY) read --text Samples/kashmir-2019-02-27.txt --published 2019-02-27 --outlet "Sample"

# Tests see the insides of their targets (-enable-testing), so they are built apart from the program that people run.
TESTING = -c release --scratch-path .build-test -Xswiftc -enable-testing
test: setup
	swift build $(TESTING) --explicit-target-dependency-import-check error --build-tests
	swift test $(TESTING) --skip-build

format:
	swift format --in-place --recursive Package.swift Sources Tests Snippets

format-check:
	swift format lint --strict --recursive Package.swift Sources Tests Snippets

codebook: build
	$(HEARSAY) check

# Against articles annotated outside this repository, where they are present, and always against our own Corpus.
score: build
	@Tools/score-reports --gate
	@Tools/score-coreference --gate

corpus:
	@Tools/corpus check
	@Tools/score-coreference --check

# The Swift of the README and of the guides, compiled and run.
snippets: build
	swift run -c release ReadOneStory
	swift run -c release ParseOneSentence

# kill -9 at many moments of an ingest: nothing committed is lost, the ledger is sound, the rerun gives the same claims.
crash-test: build
	@Tools/crash-test

check: format-check corpus build codebook score snippets test

clean:
	rm -rf .build .build-test Data/places/gazetteer.bin
