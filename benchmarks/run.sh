#!/usr/bin/env bash
# Measures ingest, load, memory and start of the product on one machine, and prints a page for benchmarks/results.
# Usage: benchmarks/run.sh [SCALE]   (0.1 is 150,000 orders and 600,000 lines; Linux only)
set -euo pipefail
cd "$(dirname "$0")/.."
scale=${1:-0.1}
work=$(mktemp -d)
java=${JAVA_HOME:?set it to a JDK 25}/bin/java
model=samples/tpch/warehouse.yaml
servers='' service=''

stop() {
    [ -z "$service" ] || kill "$service" 2>/dev/null || true
    [ -z "$servers" ] || kill "$servers" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT

resident() { awk -v what="$2:" '$1 == what { print int($2 / 1024) }' "/proc/$1/status"; }
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$work/servers.json"; }
millis() { date +%s%3N; }

echo "Building …" >&2
mvn -q -ntp -Pbenchmarks -DskipTests package >&2

echo "## Machine"
echo
echo "- $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(nproc) processors, $(free -g | awk '/Mem/ { print $2 }') GiB; PostgreSQL and JVM share it"
echo "- $("$java" -version 2>&1 | sed -n 2p)"
echo "- commit $(git rev-parse --short HEAD), $(date -u +%F)"
echo "- command \`benchmarks/run.sh $scale\`"
echo
echo "## In process"
echo
"$java" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx1g \
    -cp "benchmarks/target/*:benchmarks/target/lib/*" dev.startide.benchmarks.LoadBenchmark "$model" "$scale" "$work/bench"

echo "Starting servers …" >&2
mkfifo "$work/stdin"
"$java" -cp "dev-services/servers/target/*:dev-services/servers/target/lib/*" dev.startide.dev.DevServices \
    --data "$work/servers" <"$work/stdin" >"$work/servers.json" 2>"$work/servers.log" &
servers=$!
exec 3>"$work/stdin"
until [ -s "$work/servers.json" ]; do sleep 0.5; done

"$java" -jar samples/tpch/target/startide-sample-tpch-*-SNAPSHOT.jar --topics-only \
    --pulsar "$(field serviceUrl)" --pulsar-admin "$(field adminUrl)" --http http://127.0.0.1:8090 >"$work/topics.log" 2>&1

echo "Starting the service …" >&2
started=$(millis)
STARTIDE_DATABASE_PASSWORD=$(field password) ./startide run --model "$model" --database-url "$(field jdbcUrl)" \
    --database-user "$(field user)" --pulsar-url "$(field serviceUrl)" >"$work/service.log" 2>&1 &
service=$!
until curl -sf http://127.0.0.1:8091/health/readiness >/dev/null; do sleep 0.1; done
ready=$(($(millis) - started))
sleep 20
rest=$(resident "$service" VmRSS)

echo "Publishing …" >&2
"$java" -jar samples/tpch/target/startide-sample-tpch-*-SNAPSHOT.jar --scale "$scale" \
    --pulsar "$(field serviceUrl)" --pulsar-admin "$(field adminUrl)" --http http://127.0.0.1:8090 >"$work/publish.log" 2>&1
until curl -s http://127.0.0.1:8091/prometheus | awk '/^startide_lane_waiting_events\{/ { waiting += $NF; seen = 1 } END { exit !(seen && waiting == 0) }'; do
    sleep 1
done
echo
echo "## The service, with default settings"
echo
echo "| what | figure |"
echo "|---|---|"
echo "| cold start to ready | $ready ms |"
echo "| resident at rest | $rest MiB |"
echo "| most resident while loading scale $scale through Pulsar and HTTP | $(resident "$service" VmHWM) MiB |"
