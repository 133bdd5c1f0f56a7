using Microsoft.Extensions.Options;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>What the ranges of single options cannot say.</summary>
internal sealed class BotFrameworkEdgeOptionsCheck : IValidateOptions<BotFrameworkEdgeOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkEdgeOptions options) =>
        options.HoldLimit < options.InvokeLimit
            ? ValidateOptionsResult.Fail(
                "BotFramework:HoldLimit must not be shorter than BotFramework:InvokeLimit, or an edit could overtake the answer to its press.")
            : ValidateOptionsResult.Success;
}
