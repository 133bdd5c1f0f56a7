namespace SupervisorBot.BotFramework.Schema;

/// <summary>The shape of an error, from the connector and to it: <c>{"error":{"code","message"}}</c>.</summary>
internal sealed record ErrorAnswer(ErrorDetail? Error);

/// <summary>The inside of an <see cref="ErrorAnswer"/>.</summary>
internal sealed record ErrorDetail(string? Code, string? Message);
