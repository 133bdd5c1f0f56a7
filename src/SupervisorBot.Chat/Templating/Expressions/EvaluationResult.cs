namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>A value, or why there is none. An error is an ordinary outcome here: a failed comparison is simply not true.</summary>
internal readonly record struct EvaluationResult(Value Value, string? Error)
{
    public static implicit operator EvaluationResult(Value value) => new(value, null);

    public static EvaluationResult Fail(string error) => new(Value.Undefined, error);
}
