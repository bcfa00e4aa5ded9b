import { all, control, every, that, the } from '#harness'

control(
  'The model server answers, and has its models',
  {
    statement: 'TG-27',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-8'],
    remedy: 'Start ollama on its VM, and pull the model that is missing with `ollama pull`.',
  },
  ({ parameter, vantage }) => {
    const { status, body } = the(
      vantage('lan').webAnswers,
      'answer of the model server',
      ({ id }) => id === 'models:ollama',
    )

    all(
      () =>
        that(
          status === 200 && /"models": ?\[/.test(body ?? ''),
          'it is Ollama, and lists its models',
          { status },
        ),
      () =>
        every(parameter.words('p.ollama.models'), 'is there', (model) =>
          (body ?? '').includes(`"name":"${model}"`),
        ),
    )
  },
)
