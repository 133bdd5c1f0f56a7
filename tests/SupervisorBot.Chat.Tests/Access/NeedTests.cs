using System.Reflection;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Tests.Access;

/// <summary>No command and no button is without a word on what it takes.</summary>
public sealed class NeedTests
{
    [Fact]
    public async Task Every_command_says_what_it_takes()
    {
        await using var bench = new ChatBench();
        var commands = bench.Get<IEnumerable<ICommand>>().ToList();
        Assert.Equal(CommandTable.All.Select(info => info.Name).Order(), commands.Select(command => command.Info.Name).Order());
        Assert.All(commands, command => Assert.NotNull(command.Info.Need));
        Assert.Equal(
            new HashSet<string> { "help", "hangup", "hold", "resume", "mute", "unmute", "transfer", "handback", "language", "signin", "signout", "status", "stop" },
            commands.Where(command => command.Info.Need == Need.Listed).Select(command => command.Info.Name).ToHashSet());
    }

    [Fact]
    public async Task Every_button_says_what_it_takes()
    {
        await using var bench = new ChatBench();
        var declared = bench.Get<IEnumerable<IPressHandler>>().SelectMany(handler => handler.Verbs).ToList();
        var verbs = typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(verbs.Order(), declared.Select(verb => verb.Key).Order());
        Assert.All(declared, verb => Assert.NotNull(verb.Value));
    }

    [Theory]
    [InlineData(MonitoringMode.Listen, Permission.Listen)]
    [InlineData(MonitoringMode.Whisper, Permission.Whisper)]
    [InlineData(MonitoringMode.Insert, Permission.Insert)]
    public void Taking_part_takes_the_permission_of_the_mode(MonitoringMode mode, Permission permission)
    {
        Assert.Equal(permission, Need.ToTakePart().PermissionFor(mode));
        Assert.True(Need.ToTakePart().IsMetBy(PermissionSet.Of(permission)));
        Assert.False(Need.ToTakePart().IsMetBy(PermissionSet.All.Without(PermissionSet.Of(Permission.Listen, Permission.Whisper, Permission.Insert))));
    }
}
