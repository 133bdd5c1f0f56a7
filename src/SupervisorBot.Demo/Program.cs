using SupervisorBot.Demo;

return await DemoProgram.RunAsync(args);
