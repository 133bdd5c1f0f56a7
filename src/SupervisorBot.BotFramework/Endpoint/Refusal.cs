using Microsoft.AspNetCore.Http;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>Why a request is not taken.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error code in the body.</param>
/// <param name="Message">The error's text, which says nothing about the bot's inside.</param>
internal sealed record Refusal(int Status, string Code, string Message)
{
    public static Refusal NotJson { get; } = new(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not an activity in JSON.");

    public static Refusal NotJsonType { get; } =
        new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Send application/json in UTF-8, not compressed.");

    public static Refusal TooBig { get; } = new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The activity is too big.");

    public static Refusal Unauthorized { get; } = new(StatusCodes.Status401Unauthorized, "Unauthorized", "The sender is not known.");

    public static Refusal Forbidden { get; } = new(StatusCodes.Status403Forbidden, "Forbidden", "The sender is not allowed.");

    public static Refusal Busy { get; } = new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Not now; try again.");

    public static Refusal Overloaded { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "I have more to do than I can take at the moment. Nothing was done; please try again in a moment.");

    public static Refusal UnknownInvoke { get; } = new(StatusCodes.Status501NotImplemented, "NotImplemented", "This invoke is not known here.");

    public static Refusal Failed { get; } = new(StatusCodes.Status500InternalServerError, "InternalError", "Something went wrong. Please try again.");

    public static Refusal TooSlow { get; } =
        new(StatusCodes.Status504GatewayTimeout, "Timeout", "This takes longer than expected. Look at the chat for the outcome before you try again.");

    public static Refusal Without(string member) => new(StatusCodes.Status400BadRequest, "BadArgument", $"The activity has no usable {member}.");
}
