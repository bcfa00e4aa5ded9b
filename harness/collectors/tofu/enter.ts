import { word } from '../../model/collector.ts'
import type { Inventory } from '../../model/inventory.ts'

/** How a command begins that runs OpenTofu: in the checkout, with its variables, and a folder `$t` of its own. */
export const enter = ({ tofu }: Inventory): string => {
  const env = tofu?.environment === undefined ? '' : word(tofu.environment)
  const variables = env === '' ? '' : ` set -a; . ${env} || exit; set +a;`
  return `command -v tofu >/dev/null && command -v jq >/dev/null || exit 127; cd ${word(tofu?.repository ?? '')} || exit;${variables} unset TF_CLI_ARGS TF_CLI_ARGS_plan TF_CLI_ARGS_show TF_CLI_ARGS_validate TF_CLI_ARGS_fmt TF_WORKSPACE; t=$(mktemp -d) || exit; trap 'rm -rf "$t"' EXIT;`
}
