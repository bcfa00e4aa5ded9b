import { hostCollector, word } from '../model/collector.ts'
import { flag, list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { enter } from './tofu/enter.ts'

/** What OpenTofu itself thinks of the code. */
export interface TofuChecks {
  readonly version: string
  /** Files that are not formatted. */
  readonly unformatted: readonly string[]
  readonly roots: readonly {
    readonly root: string
    readonly isValid: boolean
    readonly errors: readonly string[]
  }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    tofuChecks: TofuChecks
  }
}

const ERRORS =
  '{valid: .valid, errors: [.diagnostics[]? | select(.severity == "error") | (.range.filename // "") + ": " + .summary]}'

/** @source tofu version -json, fmt -check -recursive, validate -json for every root; jq(1) on the host */
export const tofuChecks = hostCollector('tofuChecks', {
  where: ({ name }, { tofu }) => tofu?.host === name,
  timeoutSeconds: 120,
  command: (_, inventory) =>
    [
      enter(inventory),
      `tofu version -json >"$t/json" || exit; v=$(jq -r .terraform_version "$t/json") || exit; echo "version $v";`,
      `f=$(tofu fmt -check -recursive -list=true); s=$?; [ $s = 0 ] || [ $s = 3 ] || exit $s; [ -z "$f" ] || printf '%s\\n' "$f" | sed 's/^/unformatted /';`,
      `for r in ${(inventory.tofu?.roots ?? []).map(word).join(' ')}; do tofu -chdir="$r" validate -json >"$t/json"; p=$(jq -c '${ERRORS}' "$t/json") || exit; echo "valid $r $p"; done; echo ended`,
    ].join(' '),
  parse: ({ stdout }, _, { tofu }): TofuChecks => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended') throw new Unseen('cut short', 'not every root was checked')
    const after = (mark: string) =>
      lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length))
    const [version] = after('version ')
    const roots = after('valid ').map((line) => {
      const [root = '', ...rest] = line.split(' ')
      const said = object(parseJson(rest.join(' '), root), root)
      return {
        root,
        isValid: flag(said.valid, `valid of ${root}`),
        errors: list(said.errors, root).map((one) => text(one, `an error of ${root}`)),
      }
    })
    const missed = tofu?.roots.find((wanted) => !roots.some(({ root }) => root === wanted))
    if (!version || missed)
      throw new Unseen('cut short', `nothing was said of ${missed ?? 'the version'}`)
    return { version, unformatted: after('unformatted '), roots }
  },
})
