#!/usr/bin/env sh
# Writes the example report again: what `factcheck demo` leaves under reports/.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/factcheck demo --quiet
