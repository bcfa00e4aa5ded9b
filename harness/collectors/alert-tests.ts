import { documentCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { parseYaml } from '../transports/yaml.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Names of alerts that a tracked test makes fire. */
    alertTests: readonly string[]
  }
}

/** @source tests of `promtool test rules`, as tracked at HEAD: `*.test.yml` beside rule files */
export const alertTests = documentCollector('alertTests', {
  read: async (documents, { iac }): Promise<readonly string[]> => {
    if (!iac)
      throw new Unseen('not asked', 'the inventory has no "iac": its repository is not read')
    const found = new Set<string>()
    for (const path of (await documents.list()).filter((it) => /[._-]test\.ya?ml$/.test(it))) {
      const { tests } = object(parseYaml(await documents.read(path), path), path)
      for (const value of list(tests, `tests of ${path}`)) {
        const { alert_rule_test } = object(value, `a test of ${path}`)
        for (const one of list(alert_rule_test ?? [], `alerts of ${path}`)) {
          const { alertname, exp_alerts } = object(one, `an alert of ${path}`)
          if (list(exp_alerts ?? [], 'exp_alerts').length > 0)
            found.add(text(alertname, 'alertname'))
        }
      }
    }
    return [...found]
  },
})
