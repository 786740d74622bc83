# Everything you can do with a checkout of Eenplan. The work itself is in scripts/taken.sh, where it can be read.
PORT ?= 8000
RESIDENTS ?= 5000
ARGS ?=
export PORT RESIDENTS ARGS

.DEFAULT_GOAL := help
.PHONY: help setup demo test check bench moeite messages migrations requirements

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | awk -F'\t' '{printf "  make %-13s %s\n", $$1, $$2}'

setup: ## Build .venv from the hashed requirements (instant the second time)
	@scripts/taken.sh setup

demo: ## Serve an invented municipality on http://localhost:$(PORT) (RESIDENTS=5000)
	@scripts/taken.sh demo

test: ## Run every test, the browser journeys included (as many at a time as there are cores; ARGS="-n 0" for one by one)
	@scripts/taken.sh test

check: ## Run every other check: format, lint, types, layers, messages, deployment, security
	@scripts/taken.sh check

bench: ## Measure the heaviest pages and commands
	@scripts/taken.sh bench

moeite: ## Count the keys and clicks of the main job, by doing it in a browser
	@scripts/taken.sh moeite

messages: ## Collect the screen texts and compile the catalogues
	@scripts/taken.sh messages

migrations: ## Write the migrations that the models ask for
	@scripts/taken.sh migrations

requirements: ## Resolve requirements/*.in into hashed requirements/*.txt
	@scripts/taken.sh requirements
