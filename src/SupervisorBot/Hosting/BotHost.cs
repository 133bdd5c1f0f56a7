using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.Chat;
using SupervisorBot.Gateway;
using SupervisorBot.Health;
using SupervisorBot.Supervision;
using SupervisorBot.Supervision.Storage;

namespace SupervisorBot.Hosting;

/// <summary>Puts the bot together: the protocol edge, the conversation, supervision and the gateway client in one process.</summary>
public static class BotHost
{
    /// <summary>Builds the bot. It is configured by appsettings, the environment, user secrets in Development, and the arguments.</summary>
    /// <param name="args">The command line: <c>--Section:Name=value</c>, <c>--urls=…</c>.</param>
    /// <param name="configure">Changes the builder before the bot is built, such as for a test or a demo.</param>
    /// <returns>The bot, not started.</returns>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The settings beside the program are found from whatever directory it is started in.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        configure?.Invoke(builder);
        builder.Services.AddHostSettings();
        builder.Services.AddGateway(builder.Configuration);
        builder.Services.AddSupervision(builder.Configuration);
        builder.Services.AddInterceptionStorage(builder.Configuration);
        builder.Services.AddChat(builder.Configuration);
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddBotTelemetry(builder.Configuration);
        builder.Services.AddBotHealth();
        builder.AddSilo();

        var app = builder.Build();
        app.MapBotFramework();
        app.MapBotHealth();
        return app;
    }

    /// <summary>Runs the bot until it is told to stop.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>0 when it was told to stop; 1 when it could not start, after a line for each setting that is wrong or missing.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException exception)
        {
            await StartupFailure.TellAsync(Console.Error, exception.Failures);
            return 1;
        }
        catch (Exception exception) when (StartupFailure.Explain(exception) is { } sentences)
        {
            await StartupFailure.TellAsync(Console.Error, sentences);
            return 1;
        }
    }
}
