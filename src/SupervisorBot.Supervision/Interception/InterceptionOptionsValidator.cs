using Microsoft.Extensions.Options;

namespace SupervisorBot.Supervision.Interception;

/// <summary>Names a reason of the configuration that could never be chosen.</summary>
internal sealed class InterceptionOptionsValidator : IValidateOptions<InterceptionOptions>
{
    public ValidateOptionsResult Validate(string? name, InterceptionOptions options)
    {
        List<string> failures = [];
        for (var i = 0; i < options.Reasons.Count; i++)
        {
            var reason = options.Reasons[i];
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > InterceptionPolicy.LongestReason || reason != InterceptionPolicy.OnOneLine(reason))
            {
                failures.Add($"Interception:Reasons:{i}: a reason of 1 to {InterceptionPolicy.LongestReason} characters is needed, on one line and without double blanks.");
            }
        }

        if (options.Reasons.Distinct(StringComparer.Ordinal).Count() < options.Reasons.Count)
        {
            failures.Add("Interception:Reasons: the same reason is listed twice.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
