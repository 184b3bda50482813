#!/usr/bin/env bash
# Measures what it costs to verify a warehouse with many facts, and prints a part of a page for benchmarks/results.
# Usage: benchmarks/verify.sh [FACTS]   (10000000 takes 6 GB of disk)
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "Building …" >&2
mvn -q -ntp -Pbenchmarks -DskipTests package >&2

"${JAVA_HOME:?set it to a JDK 25}/bin/java" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx512m \
    -cp "benchmarks/target/*:benchmarks/target/lib/*" dev.startide.benchmarks.VerifyBenchmark "${1:-10000000}" "$work"
