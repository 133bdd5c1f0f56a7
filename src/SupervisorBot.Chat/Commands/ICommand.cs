using SupervisorBot.Chat.Replies;
using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Chat.Commands;

/// <summary>Does what a command says.</summary>
internal interface ICommand
{
    /// <summary>The command as people know it.</summary>
    CommandInfo Info { get; }

    /// <summary>The mode that a line asks for, where that decides what it takes.</summary>
    MonitoringMode? ModeOf(CommandLine line) => null;

    /// <summary>The agent whom a line names, where one is named: they have to be of the inspector's teams. By default the first argument.</summary>
    int? WorkNoOf(CommandLine line) => line.Arguments is [var first, ..] && WorkNumber.TryRead(first, out var workNo) ? workNo : null;

    /// <summary>Runs the command for somebody who may, and answers them.</summary>
    Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken);
}
