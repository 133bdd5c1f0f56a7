namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>A parsed expression: immutable, and shared by every expansion of its template.</summary>
internal abstract class Expression
{
    public abstract ReturnKinds Returns { get; }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="scope">The data at this place of the template.</param>
    /// <param name="substitute">Whether a path that the data does not have yields its own binding as text, else undefined.</param>
    public abstract EvaluationResult Evaluate(ExpressionScope scope, bool substitute);

    /// <summary>The expression in its normal form, as it shows in a card where it could not be evaluated.</summary>
    public abstract override string ToString();
}
