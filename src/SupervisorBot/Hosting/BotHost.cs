using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.Chat;
using SupervisorBot.Clustering;
using SupervisorBot.Edge;
using SupervisorBot.Gateway;
using SupervisorBot.Health;
using SupervisorBot.Secrets;
using SupervisorBot.Settings;
using SupervisorBot.SignInPage;
using SupervisorBot.Stopping;
using SupervisorBot.Storage;
using SupervisorBot.Supervision;
using SupervisorBot.Supervision.Sessions.Events;

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
        builder.AddSecrets();
        builder.AddStrictEdge();
        builder.Services.AddHostSettings();
        builder.Services.AddGateway(builder.Configuration);
        builder.Services.AddSupervision(builder.Configuration);
        builder.Services.AddChat(builder.Configuration);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddSignInPage(builder.Configuration);
        builder.Services.AddBotTelemetry(builder.Configuration);
        builder.AddShutdown();
        builder.Services.AddBotHealth();
        builder.AddSilo();

        var app = builder.Build();
        app.UseStrictEdge();
        app.MapBotFramework();
        app.MapGatewayEvents();
        app.MapSignInPage();
        app.MapBotHealth();
        return app;
    }

    /// <summary>Runs the bot until it is told to stop.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>0 when it was told to stop; 1 when it could not start, after a line for each setting that is wrong or missing.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var quiet = new StartupQuiet();
        try
        {
            await using var app = Build(args, builder => quiet.Begin(builder.Logging));
            if (SettingsCheck.FindProblems(app.Services) is { Count: > 0 } problems)
            {
                return await StartupFailure.TellAsync(Console.Error, problems);
            }

            await app.StartAsync();
            quiet.End();
            using StopWatchdog watchdog = new(app.Services);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception) when (!quiet.IsOver && StartupFailure.Explain(exception) is { } sentences)
        {
            return await StartupFailure.TellAsync(Console.Error, sentences);
        }
    }
}
