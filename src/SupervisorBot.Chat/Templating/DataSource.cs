using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>What an object is bound to: a binding, or data written into the template.</summary>
internal sealed class DataSource
{
    private readonly BoundNode? binding;
    private readonly Value literal;

    public DataSource(BoundNode binding) => this.binding = binding;

    public DataSource(Value literal) => this.literal = literal;

    public Value Read(ExpressionScope scope) => binding?.Evaluate(scope) ?? literal;
}
