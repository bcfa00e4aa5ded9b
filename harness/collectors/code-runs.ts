import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A call of a program for infrastructure code, in a pipeline or a script. */
export interface CodeRun {
  readonly file: string
  readonly line: number
  readonly program: 'tofu' | 'terraform'
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Where tracked pipelines, scripts and make files call OpenTofu or Terraform. */
    codeRuns: readonly CodeRun[]
  }
}

const FILES =
  /(^|\/)(\.(github|gitlab|forgejo|gitea|woodpecker|circleci)\/.*\.ya?ml|\.(gitlab-ci|woodpecker|drone)\.ya?ml|Makefile|Taskfile\.ya?ml|justfile|Jenkinsfile|.*\.sh)$/
const CALL =
  /(?:^|[\s;&|('"`/=])(tofu|terraform)(?=\s+(?:-chdir=\S+\s+)?(?:init|plan|apply|destroy|validate|fmt|import|state|show|output|workspace|refresh)\b)/g

/** @source pipelines, scripts and make files, as tracked at HEAD */
export const codeRuns = documentCollector('codeRuns', {
  read: async (documents, { tofu }): Promise<readonly CodeRun[]> => {
    if (!tofu) throw new Unseen('not asked', 'the inventory has no "tofu"')
    const found: CodeRun[] = []
    for (const file of (await documents.list()).filter((path) => FILES.test(path)))
      for (const [index, text] of (await documents.read(file)).split('\n').entries())
        for (const [, program] of text.replace(/(^|\s)#.*$/, '').matchAll(CALL))
          found.push({ file, line: index + 1, program: program as CodeRun['program'] })
    return found
  },
})
