#!/usr/bin/env bash
# Compares layouts of the tables that every event goes through, in turns, and prints a part of a page for benchmarks/results.
# Usage: benchmarks/tables.sh   (takes 2 GB of disk)
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "Building …" >&2
mvn -q -ntp -Pbenchmarks -DskipTests package >&2

"${JAVA_HOME:?set it to a JDK 25}/bin/java" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx512m \
    -cp "benchmarks/target/*:benchmarks/target/lib/*" dev.startide.benchmarks.LogTablesBenchmark "$work"
