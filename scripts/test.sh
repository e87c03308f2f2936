#!/usr/bin/env bash
# ./dev test: installs what the tests need where it may, runs each suite, prints its seconds, and ends with
# "N passed, N failed[, N skipped]".
set -uo pipefail
cd "$(dirname "$0")/.."

long=0; only=()
for argument in "$@"; do
  case "$argument" in --long) long=1 ;; *) only+=("$argument") ;; esac
done
export LIVECLASS_LONG_TESTS=$long
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

passed=0; failed=0; skipped=0
results=$(mktemp -d); trap 'rm -rf "$results"' EXIT

say() { printf '%s\n' "$*"; }

wanted() { # is this suite among those asked for?
  [ ${#only[@]} -eq 0 ] && return 0
  local name; for name in "${only[@]}"; do [ "$name" = "$1" ] && return 0; done
  return 1
}

need_browser() {
  [ -x "${CHROMIUM_PATH:-/usr/bin/chromium}" ] && return
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "installing chromium for the browser tests"
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium) >"$results/apt.log" 2>&1 || tail -5 "$results/apt.log"
  fi
  [ -x "${CHROMIUM_PATH:-/usr/bin/chromium}" ] || say "missing: Chromium (install it, or set CHROMIUM_PATH); the browser tests will fail"
}

step() { # step NAME COMMAND...: one that either holds or not, counted as one test
  local name=$1; shift
  local start=$SECONDS
  if "$@" >"$results/$name.log" 2>&1; then passed=$((passed + 1)); say "ok    $name  $((SECONDS - start)) s"
  else failed=$((failed + 1)); say "FAIL  $name  $((SECONDS - start)) s"; tail -60 "$results/$name.log"; fi
}

count() { # count WORD FILE: the sum of "WORD: n" in a test run's summary lines
  grep -oE "$1: +[0-9]+" "$2" | grep -oE '[0-9]+$' | awk '{ n += $1 } END { print n + 0 }'
}

suite() { # suite NAME: one xunit project
  local name=$1 start=$SECONDS log="$results/$1.log"
  wanted "$name" || return 0
  dotnet test "tests/$name" --no-build -c Release -nologo -v quiet --logger "console;verbosity=normal" >"$log" 2>&1
  local code=$? p f s
  p=$(count Passed "$log"); f=$(count Failed "$log"); s=$(count Skipped "$log")
  [ "$code" -ne 0 ] && [ "$f" -eq 0 ] && f=1
  passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + s))
  if [ "$f" -eq 0 ]; then say "ok    $name  $p passed, $s skipped  $((SECONDS - start)) s"
  else say "FAIL  $name  $p passed, $f failed, $s skipped  $((SECONDS - start)) s"; grep -A25 -E '^ +Failed ' "$log" | grep -vE '^ +Passed ' | head -400; tail -5 "$log"; fi
}

scripts_suite() {
  wanted Scripts || return 0
  local start=$SECONDS log="$results/Scripts.log" p f
  (cd src/Web/Scripts && npm test --silent) >"$log" 2>&1
  local code=$?
  sed -i 's/\x1b\[[0-9;]*m//g' "$log"
  p=$(grep -E '^ *Tests ' "$log" | grep -oE '[0-9]+ passed' | grep -oE '[0-9]+' | tail -1); p=${p:-0}
  f=$(grep -E '^ *Tests ' "$log" | grep -oE '[0-9]+ failed' | grep -oE '[0-9]+' | tail -1); f=${f:-0}
  [ "$code" -ne 0 ] && [ "$f" -eq 0 ] && f=1
  passed=$((passed + p)); failed=$((failed + f))
  if [ "$f" -eq 0 ]; then say "ok    Scripts  $p passed  $((SECONDS - start)) s"
  else say "FAIL  Scripts  $p passed, $f failed  $((SECONDS - start)) s"; tail -80 "$log"; fi
}

step build dotnet build LiveClass.sln -c Release -nologo -v minimal
if [ "$failed" -eq 0 ]; then
  [ ${#only[@]} -gt 0 ] || step format dotnet format LiveClass.sln --verify-no-changes --no-restore
  wanted Browser && need_browser
  for project in Unit Properties Contracts Simulation Components Server Browser; do
    [ -d "tests/$project" ] && [ -f "tests/$project/$project.csproj" ] && suite "$project"
  done
  [ -f src/Web/Scripts/package.json ] && scripts_suite
fi

tail_line="$passed passed, $failed failed"
[ "$skipped" -gt 0 ] && tail_line="$tail_line, $skipped skipped"
say "$tail_line"
[ "$failed" -eq 0 ]
