namespace SupervisorBot.Edge;

/// <summary>
/// What every answer of every endpoint has in common: headers that let no browser guess, keep, frame or run it, and nothing about the inside where something went
/// wrong. An endpoint that is meant for browsers puts its own headers in their place.
/// </summary>
internal sealed class StrictAnswers(RequestDelegate next, IHostEnvironment environment, ILogger<StrictAnswers> logger)
{
    private const string Hsts = "max-age=31536000; includeSubDomains";

    public async Task InvokeAsync(HttpContext context)
    {
        PutHeaders(context.Response);
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            // What the server itself finds wrong with a request while it is read: too slow, too big, cut off.
            Answer(context, refused.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be answered.
        }
#pragma warning disable CA1031 // The edge of the process: whatever an endpoint throws is told by its kind, its words may hold anything.
        catch (Exception broken) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            logger.RequestBroke(broken.GetType().Name, context.GetEndpoint()?.DisplayName);
            Answer(context, StatusCodes.Status500InternalServerError);
        }
    }

    private void Answer(HttpContext context, int status)
    {
        context.Response.Clear();
        PutHeaders(context.Response);
        context.Response.StatusCode = status;
    }

    private void PutHeaders(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!environment.IsDevelopment())
        {
            // Also where a proxy in front ends TLS, so that the request comes in without; over plain HTTP browsers ignore it.
            headers.StrictTransportSecurity = Hsts;
        }
    }
}
