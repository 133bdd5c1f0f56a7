using SupervisorBot.Auditing;
using SupervisorBot.Hosting;

return await AuditCommands.TryRunAsync(args) ?? await BotHost.RunAsync(args);
