import type { Census } from '../model/census.ts'
import { hostCollector, word } from '../model/collector.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** Something in the history of the code that looks like a secret. What it is never leaves the host. */
export interface SecretFinding {
  readonly rule: string
  readonly file: string
  readonly commit: string
  readonly line: number
  /** `commit:file:rule:line`, as gitleaks names it. */
  readonly fingerprint: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Complete when no commit is missing, and the scan found a secret that was held before it. */
    secretFindings: Census<SecretFinding>
  }
}

const FINDINGS =
  '[.[] | {rule: .RuleID, file: .File, commit: .Commit, line: .StartLine, fingerprint: .Fingerprint}]'
/** A key that no cloud ever gave out, in two parts so that no scanner stumbles over this file. */
const BAIT = `printf 'aws_access_key_id = "%s%s"\\n' AKIA QYLPMN5HWHFPZAM2`

/**
 * Every commit of every branch and tag, under the rules that gitleaks brings; allowances inside the repository do not count.
 *
 * @source gitleaks(1) 8.19 or later: git --log-opts=--all, stdin; git(1), jq(1)
 */
export const secretFindings = hostCollector('secretFindings', {
  where: ({ name }, { tofu, iac }) => tofu?.host === name || iac?.deployHost === name,
  timeoutSeconds: 180,
  command: (_, { tofu, iac }) =>
    [
      `command -v gitleaks >/dev/null && command -v jq >/dev/null || exit 127; r=${word(tofu?.repository ?? iac?.checkout ?? '')}; t=$(mktemp -d) || exit; trap 'rm -rf "$t"' EXIT; unset GITLEAKS_CONFIG GITLEAKS_CONFIG_TOML; printf '[extend]\\nuseDefault = true\\n' >"$t/rules" || exit;`,
      `${BAIT} | gitleaks stdin --no-banner --redact=100 --config "$t/rules" --exit-code 3 >/dev/null 2>&1; echo "bait $?";`,
      `s=$(git -c safe.directory='*' -C "$r" rev-parse --is-shallow-repository) || exit; n=$(git -c safe.directory='*' -C "$r" rev-list --all --count) || exit; echo "shallow $s"; echo "commits $n";`,
      `GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*' gitleaks git "$r" --no-banner --redact=100 --config "$t/rules" --ignore-gitleaks-allow --gitleaks-ignore-path "$t/none" --log-opts=--all --report-format json --report-path "$t/report" --exit-code 0 >/dev/null 2>&1 || exit;`,
      `f=$(jq -c '${FINDINGS}' "$t/report") || exit; echo "found $f"; echo ended`,
    ].join(' '),
  parse: ({ stdout }): Census<SecretFinding> => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended') throw new Unseen('cut short', 'the scan did not end')
    const said = (mark: string) =>
      lines.find((line) => line.startsWith(`${mark} `))?.slice(mark.length + 1)
    const [bait, shallow, commits, found] = ['bait', 'shallow', 'commits', 'found'].map(said)
    if (found === undefined) throw new Unseen('not understood', 'the scan gave no list')
    const items = list(parseJson(found, 'findings'), 'findings').map(findingOf)
    const because =
      bait !== '3'
        ? 'the scan did not find the secret that was held before it'
        : shallow !== 'false'
          ? 'older commits are missing in the checkout'
          : number(commits, 'commits') === 0
            ? 'there is no commit to look at'
            : undefined
    return because === undefined ? { items, complete: true } : { items, complete: false, because }
  },
})

function findingOf(row: unknown): SecretFinding {
  const { rule, file, commit, line, fingerprint } = object(row, 'a finding')
  return {
    rule: text(rule, 'rule of a finding'),
    file: text(file, 'file of a finding'),
    commit: text(commit, 'commit of a finding'),
    line: number(line, 'line of a finding'),
    fingerprint: text(fingerprint, 'fingerprint of a finding'),
  }
}
