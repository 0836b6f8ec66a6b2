# `make` builds Hearsay and reads the sample article; `make check` is what CI runs.
SWIFT_BUILD = swift build -c release --explicit-target-dependency-import-check error
HEARSAY = .build/release/hearsay
GOLD = $(wildcard ../shared/gold/*.gold.json)

.PHONY: all sample setup build data test format format-check score score-corpus codebook check clean

all: sample

setup:
	@Tools/setup

build: setup
	$(SWIFT_BUILD) --product hearsay

data: build
	@$(HEARSAY) gazetteer

sample: data
	@$(HEARSAY) read Samples/*.txt --published 2023-11-21 --outlet "Hearsay sample"

test: setup
	$(SWIFT_BUILD) --build-tests
	swift test -c release --skip-build

format:
	swift format --in-place --recursive Package.swift Sources Tests

format-check:
	swift format lint --strict --recursive Package.swift Sources Tests

codebook: build
	$(HEARSAY) check

# Against articles annotated outside this repository, where they are present, and always against our own Corpus.
score: build
	@Tools/score-reports --gate

check: format-check test codebook score
