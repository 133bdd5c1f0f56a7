using SupervisorBot.Hosting;

return await BotHost.RunAsync(args);
