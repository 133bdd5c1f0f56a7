namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Evaluates a function from its unevaluated arguments, because some functions need not look at all of them.</summary>
internal delegate EvaluationResult FunctionEvaluator(Expression[] arguments, ExpressionScope scope, bool substitute);

/// <summary>A function of the language: its name in normal form, what it yields, what it takes and what it does.</summary>
internal sealed record FunctionDefinition(string Name, ReturnKinds Returns, ArgumentRule Arguments, FunctionEvaluator Evaluate);
