import { all, control, none } from '#harness'

control(
  'The architecture page says what there is, and nothing that somebody would type',
  {
    statement: 'FR-03',
    impact: 'low',
    kind: 'documentation',
    standards: ['PL-8', 'SA-5'],
    remedy:
      'Move commands and configuration into a runbook or an installation page, and link to it.',
  },
  ({ lab }) => {
    const { parts } = lab.structuralPage
    all(
      () =>
        none(
          parts.flatMap(({ languages, path }) => languages.map((language) => ({ path, language }))),
          'is a block of commands or configuration',
          ({ language }) =>
            /^(sh|bash|zsh|fish|shell|console|shell-session|terminal|yaml|yml|toml|ini|dockerfile|hcl|nix|powershell|ps1)$/i.test(
              language,
            ),
        ),
      () =>
        none(
          parts.flatMap(({ path, typed }) => typed.map((line) => ({ path, line }))),
          'is a line to type',
          () => true,
        ),
    )
  },
)
