#!/usr/bin/env bash
# A living city in one command: builds what is missing, unpacks a fresh town, and plays.
# Options go to the program: --speed N, --seconds N, --help. Needs a JDK 17 and Maven, nothing else.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "${here}/../.." && pwd)
town="${here}/target/town"

say() { # zh, en
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in zh*) echo "$1" ;; *) echo "$2" ;; esac
}

# the newest by name; none, and no failure, in a clone where nothing has been built
archive() {
  local target="${root}/features/distribution/target"
  [ ! -d "${target}" ] || find "${target}" -maxdepth 1 -name 'zhili-town-*.tar.gz' | sort | tail -n 1
}

# whether a source is newer than the archive
stale() {
  [ -n "$(find "${root}/pom.xml" "${root}/framework" "${root}/bundles" "${root}/device-drivers" "${root}/features" \
    "${root}/examples/demo-city" -newer "$1" -type f \( -path '*/src/main/*' -o -name pom.xml -o -name bnd.bnd \) \
    -not -path '*/target/*' -print -quit)" ]
}

built=$(archive)
if [ -z "${built}" ] || stale "${built}"; then
  say "正在构建城市(首次约需数分钟)……" "Building the town, which takes some minutes the first time …"
  (cd "${root}" && mvn -q -B package -DskipTests -pl features/distribution -am </dev/null)
  built=$(archive)
  touch "${built}"
fi

# one whose unpacking was interrupted has never run
if [ -x "${town}/bin/zhili" ] && [ -f "${town}/etc/system.properties" ]; then
  "${town}/bin/zhili" stop >/dev/null
fi
rm -rf "${town}"
mkdir -p "${town}"
tar -xzf "${built}" -C "${town}" --strip-components=1

exec "${town}/bin/zhili" demo "$@"
