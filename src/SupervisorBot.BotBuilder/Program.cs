using SupervisorBot.BotBuilder.Hosting;
using SupervisorBot.Hosting;

return await BotHost.RunAsync(args, new BotBuilderEdge());
