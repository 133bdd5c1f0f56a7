using System.Net.Http.Headers;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using SupervisorBot.BotFramework.Channel;

namespace SupervisorBot.BotBuilder.Channel;

/// <summary>Reads what the connector answered out of what the SDK throws.</summary>
internal static class SdkAnswers
{
    private const string RetryAfter = "Retry-After";

    /// <summary>The answer; null where the exception stands for none.</summary>
    public static ChannelAnswer? Read(Exception exception, TimeProvider time) => exception switch
    {
        ErrorResponseException { Response: { } response } => Of(response, time),
        HttpOperationException { Response: { } response } => Of(response, time),
        _ => null,
    };

    private static ChannelAnswer Of(HttpResponseMessageWrapper response, TimeProvider time) =>
        new((int)response.StatusCode, response.Content ?? "", RetryAfters.Read(HeaderOf(response), time));

    private static RetryConditionHeaderValue? HeaderOf(HttpResponseMessageWrapper response)
    {
        foreach (var (name, values) in response.Headers)
        {
            if (name.Equals(RetryAfter, StringComparison.OrdinalIgnoreCase))
            {
                return RetryConditionHeaderValue.TryParse(string.Join(',', values), out var header) ? header : null;
            }
        }

        return null;
    }
}
