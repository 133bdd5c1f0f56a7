using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>When an object is wanted. A condition that is no binding drops the object, whatever it says.</summary>
internal sealed class Condition(BoundNode? binding)
{
    public bool Holds(ExpressionScope scope) => binding is not null && binding.Holds(scope);
}
