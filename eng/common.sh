# Sourced by the scripts of this folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# No server of a build may outlive the script, or it would hold the caller's output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false

say() { printf '%s\n' "$*" >&2; }

# usage SENTENCE: wrong usage. lacking SENTENCE: the environment lacks something.
usage() { say "$(basename "$0"): $* See $(basename "$0") --help."; exit 2; }
lacking() { say "$*"; exit 3; }

# help: prints the comment at the head of the script.
help() { sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0"; exit 0; }

# Where the tools of the build keep their caches; a user without a home of his own has to build too.
build_home=${HOME:-/nonexistent}
if [[ ! -w $build_home ]]; then
  build_home=$root/artifacts/home
  mkdir -p "$build_home"
fi

# Programs that are installed, but not on this PATH.
for folder in /usr/bin /usr/local/bin /usr/share/dotnet /usr/lib/dotnet "${HOME:-/nonexistent}/.dotnet"; do
  for program in node dotnet; do
    if ! command -v "$program" >/dev/null && [[ -x $folder/$program ]]; then export PATH="$PATH:$folder"; fi
  done
done
