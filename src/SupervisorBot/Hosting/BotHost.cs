using SupervisorBot.Auditing;
using SupervisorBot.Chat;
using SupervisorBot.Clustering;
using SupervisorBot.Edge;
using SupervisorBot.Gateway;
using SupervisorBot.Health;
using SupervisorBot.HistoryPage;
using SupervisorBot.Secrets;
using SupervisorBot.Settings;
using SupervisorBot.SignInPage;
using SupervisorBot.Stopping;
using SupervisorBot.Storage;
using SupervisorBot.Supervision;
using SupervisorBot.Supervision.Sessions.Events;
using SupervisorBot.TeamsApp;

namespace SupervisorBot.Hosting;

/// <summary>Puts the bot together: the protocol edge, the conversation, supervision and the gateway client in one process.</summary>
public static class BotHost
{
    /// <summary>Builds the bot. It is configured by appsettings, the environment, user secrets in Development, and the arguments.</summary>
    /// <param name="args">The command line: <c>--Section:Name=value</c>, <c>--urls=…</c>.</param>
    /// <param name="configure">Changes the builder before the bot is built, such as for a test or a demo.</param>
    /// <returns>The bot, not started.</returns>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) => Build(args, new OwnProtocol(), configure);

    /// <summary>Builds the bot behind an edge of the caller's choice; otherwise like <see cref="Build(string[], Action{WebApplicationBuilder}?)"/>.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="edge">Speaks the protocol.</param>
    /// <param name="configure">Changes the builder before the bot is built.</param>
    /// <returns>The bot, not started.</returns>
    public static WebApplication Build(string[] args, IProtocolEdge edge, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(edge);

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
        edge.AddServices(builder);
        builder.Services.AddSignInPage(builder.Configuration);
        builder.Services.AddHistoryPage();
        builder.Services.AddBotTelemetry(builder.Configuration);
        builder.AddShutdown();
        builder.Services.AddBotHealth();
        builder.AddSilo();

        var app = builder.Build();
        app.UseStrictEdge();
        edge.MapEndpoints(app);
        app.MapGatewayEvents();
        app.MapSignInPage();
        app.MapHistoryPage();
        app.MapBotHealth();
        return app;
    }

    /// <summary>Does what the command line asks for: runs the bot until it is told to stop, or one of the verbs that read the audit or make the Teams app's package.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="edge">Speaks the protocol; null for the bot's own.</param>
    /// <returns>
    /// 0 when it was told to stop, or the verb has done its work; 1 when it could not start, after a line for each setting that is wrong or missing.
    /// </returns>
    public static async Task<int> RunAsync(string[] args, IProtocolEdge? edge = null) =>
        await AuditCommands.TryRunAsync(args) ?? await PackageAppCommand.TryRunAsync(args) ?? await ServeAsync(args, edge ?? new OwnProtocol());

    private static async Task<int> ServeAsync(string[] args, IProtocolEdge edge)
    {
        var quiet = new StartupQuiet();
        try
        {
            await using var app = Build(args, edge, builder => quiet.Begin(builder.Logging));
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
