using System.Text;
using SupervisorBot.ConnectorSimulator.Cards;

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>Writes a thread as a person would read it.</summary>
public static class ThreadPrinter
{
    /// <summary>The whole thread, one message after another.</summary>
    /// <param name="messages">The messages, oldest first.</param>
    public static string Print(IEnumerable<ThreadMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        StringBuilder text = new();
        foreach (ThreadMessage message in messages)
        {
            text.Append(Print(message));
        }

        return text.ToString();
    }

    /// <summary>One message: who, text, the card's lines with its buttons in brackets, and how often it was edited.</summary>
    /// <param name="message">The message.</param>
    public static string Print(ThreadMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        StringBuilder text = new();
        string note = message.IsDeleted ? " (deleted)" : message.Edits > 0 ? $" (edited {message.Edits}x)" : "";
        text.Append(message.FromName).Append(message.To is { } only ? $" (only to {only})" : "").Append(note).Append(": ").Append(message.Text).AppendLine();
        if (!message.IsDeleted && message.Card is { } card)
        {
            foreach (string line in CardReader.Lines(card))
            {
                text.Append("  | ").AppendLine(line);
            }
        }

        return text.ToString();
    }
}
