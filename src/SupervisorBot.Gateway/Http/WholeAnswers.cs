namespace SupervisorBot.Gateway.Http;

/// <summary>Reads an answer to its end before it counts as one: what is cut half-way fails here, where it can be asked for again.</summary>
internal sealed class WholeAnswers : DelegatingHandler
{
    /// <summary>Whether an answer was larger than any is read; asking again would not make it smaller.</summary>
    public static bool IsTooLarge(Exception? exception) => exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(EnvelopeReader.LargestBody, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
