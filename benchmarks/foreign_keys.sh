#!/usr/bin/env bash
# Measures what enforced foreign keys cost a load: the same events with keys enforced and declared, in turn, on one server.
# Usage: benchmarks/foreign_keys.sh [SCALE] [ROUNDS]   (0.02 is 30,000 orders; Linux only)
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java=${JAVA_HOME:?set it to a JDK 25}/bin/java

echo "Building …" >&2
mvn -q -ntp -Pbenchmarks -DskipTests package >&2

echo "- $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(nproc) processors, $(free -g | awk '/Mem/ { print $2 }') GiB; PostgreSQL and JVM share it"
echo "- commit $(git rev-parse --short HEAD), $(date -u +%F)"
echo "- command \`benchmarks/foreign_keys.sh ${1:-0.02} ${2:-3}\`"
echo
"$java" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx1g \
    -cp "benchmarks/target/*:benchmarks/target/lib/*" dev.startide.benchmarks.ForeignKeyBenchmark \
    samples/tpch/warehouse.yaml "${1:-0.02}" "$work/bench" "${2:-3}"
