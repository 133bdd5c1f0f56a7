using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/resume</summary>
internal sealed class ResumeCommand(LineRequests lines, CommandAnswers answers) : MoveCommand(CommandTable.Resume, TalkMove.Resume, lines, answers);
